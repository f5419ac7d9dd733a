using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Content;
using OrchardSite.Content.Health;
using OrchardSite.Content.Operations;
using OrchardSite.Data;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Content;

/// <summary>What the background check has found.</summary>
internal static class HealthCases
{
    /// <summary>Has everything checked that was changed until now.</summary>
    public static Task CheckAsync(this PortalApp portal) => portal.Services.GetRequiredService<KeepHealth>().RunAsync(TestContext.Current.CancellationToken);

    /// <summary>Has a whole site checked, as by the button.</summary>
    public static async Task CheckAllAsync(this PortalApp portal, string tenant)
    {
        (await portal.InTenantAsync(tenant, services => services.GetRequiredService<CheckHealth>().RunAsync(Editing.Editor, TestContext.Current.CancellationToken))).Succeeded.ShouldBeTrue();
        await portal.CheckAsync();
    }

    /// <summary>The cases of an item, or of a whole site.</summary>
    public static async Task<IReadOnlyList<HealthCase>> CasesAsync(this PortalApp portal, string tenant, string? itemId = null)
    {
        await using var db = portal.OpenContext(tenant);
        return await db.Set<HealthCase>().AsNoTracking().Where(row => itemId == null || row.ItemId == itemId)
            .OrderBy(row => row.TitleKey).ThenBy(row => row.Number).ToListAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<IReadOnlyList<HealthProblem>> ProblemsAsync(this PortalApp portal, string tenant, string itemId) => [.. (await portal.CasesAsync(tenant, itemId)).Select(one => one.Problem)];

    public static JsonObject PageWith(string title, string html)
    {
        var page = Samples.Page(title);
        page["HtmlBodyPart"] = new JsonObject { ["Html"] = html };
        return page;
    }

    public static Task<SavedContent> AddPageAsync(this PortalApp portal, string tenant, string title, string html) => portal.AddAsync(tenant, PageWith(title, html));

    public static Task<SavedContent> MendAsync(this PortalApp portal, string tenant, string id, string html) =>
        portal.EditAsync(tenant, id, item => item["HtmlBodyPart"] = new JsonObject { ["Html"] = html });

    /// <summary>Adds a page as it lies in old databases: its text has been through no cleaner.</summary>
    public static async Task<SavedContent> AddRawPageAsync(this PortalApp portal, string tenant, string title, string html)
    {
        var page = await portal.AddPageAsync(tenant, title, "<p>Cũ</p>");
        await portal.StoreAsync(tenant, page.ContentItemId, new JsonObject { ["TitlePart"] = new JsonObject { ["Title"] = title }, ["HtmlBodyPart"] = new JsonObject { ["Html"] = html } }.ToJsonString());
        return page;
    }

    /// <summary>Writes what readers have of an item past all operations.</summary>
    /// <param name="isTold">False: the change feed says nothing of it.</param>
    public static async Task StoreAsync(this PortalApp portal, string tenant, string id, string json, bool isTold = true)
    {
        await using var db = portal.OpenContext(tenant);
        await using var work = await db.BeginAsync(TestContext.Current.CancellationToken);
        await db.Set<ContentVersion>().Where(version => version.ItemId == id).ExecuteUpdateAsync(set => set.SetProperty(version => version.Json, json), TestContext.Current.CancellationToken);
        if (isTold)
        {
            db.Changes.Add(new Change { TenantId = db.TenantId, Kind = ChangeKind.ContentPublished, ItemId = id, OccurredUtc = DateTime.UnixEpoch });
        }

        await work.CommitAsync(TestContext.Current.CancellationToken);
    }
}
