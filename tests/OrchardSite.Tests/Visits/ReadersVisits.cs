using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Tests.Banners;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Visits.Counting;

namespace OrchardSite.Tests.Visits;

/// <summary>What browsers of readers tell a site of its pages.</summary>
internal static class ReadersVisits
{
    public const string Phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1";

    /// <summary>Opens a page and sends what its script sends.</summary>
    /// <returns>The answer, with the numbers of the counter.</returns>
    public static async Task<Page> VisitAsync(this PortalApp portal, string path, string browser = Readers.Browser)
    {
        var page = await portal.Http.GetPageAsync(path, ("User-Agent", browser));
        return await portal.SendMarkAsync(page, ("User-Agent", browser));
    }

    public static Task<Page> SendMarkAsync(this PortalApp portal, Page page, params (string Name, string Value)[] headers)
    {
        var (to, mark) = page.Mark();
        return portal.ReportAsync(to, mark, headers);
    }

    /// <summary>Where the script of a page sends what.</summary>
    public static (string To, string Mark) Mark(this Page page)
    {
        var meta = page.Document.QuerySelector("meta[name=visit]").ShouldNotBeNull(page.Body);
        return (meta.GetAttribute("data-to")!, meta.GetAttribute("content")!);
    }

    public static (int Online, int Today, int Total) Counter(this Page answer)
    {
        var numbers = JsonElement.Parse(answer.Body);
        return (numbers.GetProperty("online").GetInt32(), numbers.GetProperty("today").GetInt32(), numbers.GetProperty("total").GetInt32());
    }

    /// <summary>All that is written down of a site: the path, the day of the month, views and visits.</summary>
    public static async Task<IReadOnlyList<(string Path, int Day, int Views, int Visits)>> CountedAsync(this PortalApp portal, string tenant)
    {
        await portal.Services.GetRequiredService<KeepVisitCounts>().RunAsync(TestContext.Current.CancellationToken);
        return await portal.ReadAsync(tenant, async db => (await db.Set<VisitCount>().AsNoTracking().ToListAsync())
            .OrderBy(row => row.Path, StringComparer.Ordinal).ThenBy(row => row.Day).Select(row => (row.Path, row.Day.Day, row.Views, row.Visits)).ToList());
    }

    /// <summary>Puts down what was read on days before today.</summary>
    public static Task<int> AddVisitsAsync(this PortalApp portal, string tenant, params (string Path, int DaysAgo, int Views, int Visits)[] counts) => portal.ReadAsync(tenant, async db =>
    {
        var today = DateOnly.FromDateTime(PortalApp.Morning.DateTime);
        db.AddRange(counts.Select(count => new VisitCount { Path = count.Path, Day = today.AddDays(-count.DaysAgo), Views = count.Views, Visits = count.Visits }));
        return await db.SaveChangesAsync();
    });

    /// <summary>The counter as a widget beside the pages of a layer.</summary>
    public static JsonObject CounterWidget(string title, string layer) => new()
    {
        ["ContentType"] = "VisitCounter",
        ["TitlePart"] = new JsonObject { ["Title"] = title },
        ["LayerMetadata"] = new JsonObject { ["RenderTitle"] = true, ["Position"] = 9, ["Zone"] = "Sidebar", ["Layer"] = layer },
    };
}
