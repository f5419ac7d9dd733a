using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Content;
using OrchardSite.Data;
using OrchardSite.Media;
using OrchardSite.Tenants.Figures;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Deployment;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Tenants;

public sealed class TenantFiguresTests
{
    [Fact]
    public async Task The_list_of_sites_tells_what_each_has_and_how_much_it_is_asked_for()
    {
        await using var portal = await PortalApp.StartAsync();
        using var host = await portal.SignedInAsHostAsync();
        await portal.Services.GetRequiredService<KeepRequestCounts>().RunAsync(TestContext.Current.CancellationToken);
        // From the page cache or not: a request is a request.
        foreach (var _ in Enumerable.Range(0, 7))
        {
            await portal.Http.GetPageAsync("/xttm-lang-son/");
        }

        await KeepAsync(portal);
        var (items, bytes) = await portal.ReadAsync(PortalApp.LangSon, async db => (
            await db.Set<ContentItem>().CountAsync(item => item.DeletedUtc == null), await db.Set<MediaFile>().SumAsync(file => file.Size)));

        var figures = await FiguresAsync(portal, PortalApp.LangSon);
        (figures.Items, figures.MediaBytes, figures.RequestsToday, figures.RequestsOfMonth).ShouldBe((items, bytes, 7, 7));
        figures.LastEditUtc.ShouldNotBeNull();
        items.ShouldBeGreaterThan(0);
        bytes.ShouldBeGreaterThan(0);
        var row = (await host.GetPageAsync("/Admin/Tenants?q=lang+son")).TextOf(".rows .figures").ShouldNotBeNull();
        row.ShouldContain($"{items} nội dung");
        row.ShouldContain("7 lượt yêu cầu hôm nay, 7 trong 30 ngày");
        (await host.GetPageAsync("/Admin/Tenants/Edit?name=xttm-lang-son")).TextOf(".figures").ShouldNotBeNull().ShouldContain("7 lượt yêu cầu hôm nay");
    }

    [Fact]
    public async Task What_changes_is_counted_anew_and_a_new_name_shows_at_once()
    {
        await using var portal = await PortalApp.StartAsync();
        using var host = await portal.SignedInAsHostAsync();
        await KeepAsync(portal);
        var before = await FiguresAsync(portal, PortalApp.LangSon);

        await portal.ReadAsync(PortalApp.LangSon, async db =>
        {
            var item = await db.Set<ContentItem>().FirstAsync();
            item.DeletedUtc = portal.Clock.GetUtcNow().UtcDateTime;
            db.Changes.Add(new Change { TenantId = db.TenantId, Kind = ChangeKind.ContentDrafted, OccurredUtc = item.DeletedUtc.Value });
            await db.CommitAsync();
            return 0;
        });
        await portal.InTenantAsync(PortalApp.LangSon, async services =>
        {
            var documents = services.GetRequiredService<OrchardSite.Tenants.SaveSiteDocument>();
            var settings = (await documents.ReadAsync("settings"))!;
            settings["SiteName"] = "Tên hoàn toàn mới";
            return await documents.RunAsync("settings", settings, Actor.Host("test"));
        });

        (await host.GetPageAsync("/Admin/Tenants?q=hoan+toan+moi")).TextsOf(".rows .row-title").ShouldBe(["Tên hoàn toàn mới"]);
        await KeepAsync(portal);
        (await FiguresAsync(portal, PortalApp.LangSon)).Items.ShouldBe(before.Items - 1);
        (await host.GetPageAsync("/Admin/Tenants?q=hoan+toan+moi")).TextsOf(".rows .row-title").ShouldBe(["Tên hoàn toàn mới"]);
    }

    [Fact]
    public async Task Requests_of_thirty_days_are_summed_and_older_ones_forgotten()
    {
        await using var portal = await PortalApp.StartAsync();
        var site = portal.Site(PortalApp.VinhLong)!.Id;
        var today = new DateOnly(2026, 11, 24);
        await portal.ReadAsync(PortalApp.Department, async db =>
        {
            db.AddRange(new[] { 0, 29, 30 }.Select(days => new RequestCount { TenantId = site, Day = today.AddDays(-days), Times = 10 }));
            return await db.SaveChangesAsync();
        });

        var figures = await FiguresAsync(portal, PortalApp.VinhLong);
        (figures.RequestsToday, figures.RequestsOfMonth).ShouldBe((10, 20));
        var keep = ActivatorUtilities.CreateInstance<KeepRequestCounts>(portal.Services);
        await portal.Http.GetPageAsync("/xttm-vinh-long/");
        await keep.RunAsync(TestContext.Current.CancellationToken);

        (await portal.ReadAsync(PortalApp.Department, db => db.Set<RequestCount>().Where(count => count.TenantId == site).OrderBy(count => count.Day).Select(count => count.Times).ToListAsync())).ShouldBe([10, 11]);
    }

    [Fact]
    public async Task The_list_is_ordered_and_given_out_as_a_table()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddEmptySitesAsync(60);
        await KeepAsync(portal);
        using var host = await portal.SignedInAsHostAsync();

        (await host.GetPageAsync("/Admin/Tenants?sort=Items")).TextsOf(".rows .row-facts:first-of-type > span:nth-child(2)")[0].ShouldBe(PortalApp.Department);
        var second = await host.GetPageAsync("/Admin/Tenants?sort=Items&page=2");
        second.TextsOf(".rows .row-title").Count.ShouldBe(13);
        second.Document.QuerySelector("nav a[rel=prev]")!.GetAttribute("href").ShouldBe("/Admin/Tenants?sort=Items&page=1");
        var table = await host.GetPageAsync("/Admin/Tenants?handler=Csv&q=don-vi");
        table.Response.Content.Headers.ContentType!.MediaType.ShouldBe("text/csv");
        table.Body.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(61);
        table.Body.ShouldContain("\"don-vi-001\",\"don-vi-001\",\"Đang hoạt động\",\"don-vi-001\"");
        (await host.GetPageAsync("/Admin/Tenants?sort=Beauty")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await host.GetPageAsync("/Admin/Tenants?handler=Csv&sort=Beauty")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task KeepAsync(PortalApp portal)
    {
        await portal.Services.GetRequiredService<KeepTenantFigures>().RunAsync(TestContext.Current.CancellationToken);
        await portal.Services.GetRequiredService<KeepRequestCounts>().RunAsync(TestContext.Current.CancellationToken);
    }

    private static Task<FiguresOfTenant> FiguresAsync(PortalApp portal, string name) => portal.InTenantAsync(PortalApp.Department, async services =>
        (await services.GetRequiredService<TenantFigureReader>().ReadAsync(new DateOnly(2026, 11, 24), TestContext.Current.CancellationToken))[portal.Site(name)!.Id]);
}
