using System.Net;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Workflows;

namespace OrchardSite.Tests.Banners;

public sealed class PreviewTests
{
    [Fact]
    public async Task A_banner_is_seen_in_its_place_before_readers_see_it_at_the_time_that_is_chosen()
    {
        await using var portal = await PortalApp.StartAsync();
        using var secretary = await portal.HireAsync(PortalApp.LangSon, "Lê Thị Thu", "Thư ký");
        var draft = (await portal.SaveAsync(PortalApp.LangSon, Samples.Banner("Hội chợ Xuân")
            .Set("Banner", "StartAt", new { Value = "2026-12-01T01:00:00Z" }).Set("Banner", "EndAt", new { Value = "2026-12-05T01:00:00Z" }))).Value.ContentItemId;

        var page = await secretary.GetAsync($"Admin/Banners/{draft}/Preview");
        (page.Document.QuerySelector("#at")!.GetAttribute("value"), page.TextOf("#whether")).ShouldBe(("2026-12-01T08:00", "Vào thời điểm này banner được hiển thị."));
        var shown = await secretary.Browser.GetPageAsync(page.Document.QuerySelector("iframe")!.GetAttribute("src")!);
        shown.Document.QuerySelector(".banners-header img[alt='Hội chợ Xuân']").ShouldNotBeNull();
        (shown.Response.Headers.CacheControl!.NoStore, shown.Response.Headers.GetValues("X-Robots-Tag").Single()).ShouldBe((true, "noindex, nofollow"));
        (await SeesAsync("&at=2026-11-30T08:00")).ShouldBeFalse();
        (await SeesAsync("&at=2026-12-05T08:00")).ShouldBeFalse();
        (await secretary.GetAsync($"Admin/Banners/{draft}/Preview?at=2026-12-06T08:00")).TextOf("#whether").ShouldBe("Vào thời điểm này banner không còn hiển thị.");
        (await secretary.GetAsync($"Admin/Banners/{draft}/Preview?at=ngay-mai")).Status.ShouldBe(HttpStatusCode.NotFound);

        (await portal.Http.GetPageAsync("/xttm-lang-son/")).Body.ShouldNotContain("Hội chợ Xuân");
        (await secretary.GetAsync("")).Body.ShouldNotContain("Hội chợ Xuân");

        async Task<bool> SeesAsync(string at) => (await secretary.GetAsync(HomeWith(draft) + at)).Document.QuerySelector("img[alt='Hội chợ Xuân']") is not null;
    }

    [Fact]
    public async Task A_change_that_waits_stands_in_the_place_of_what_readers_see()
    {
        await using var portal = await PortalApp.StartAsync();
        using var secretary = await portal.HireAsync(PortalApp.LangSon, "Lê Thị Thu", "Thư ký");
        var added = await portal.AddAsync(PortalApp.LangSon, Samples.Banner("Hội chợ Xuân"));
        var (saved, item) = await portal.OpenAsync(PortalApp.LangSon, added.ContentItemId);
        item.Set("Banner", "Position", new { Text = "Footer" });
        await portal.SaveAsync(PortalApp.LangSon, item, saved.VersionId);

        var preview = await secretary.GetAsync(HomeWith(added.ContentItemId));

        preview.Document.QuerySelectorAll("img[alt='Hội chợ Xuân']").ShouldHaveSingleItem().Closest(".banners-footer").ShouldNotBeNull();
        (await portal.Http.GetPageAsync("/xttm-lang-son/")).Document.QuerySelector(".banners-header img[alt='Hội chợ Xuân']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Nobody_else_sees_it()
    {
        await using var portal = await PortalApp.StartAsync();
        using var contributor = await portal.HireAsync(PortalApp.LangSon, "Nguyễn Văn An", Editors.Contributor);
        using var stranger = await portal.HireAsync(PortalApp.VinhLong, "Trần Văn Bình", "Thư ký");
        var draft = (await portal.SaveAsync(PortalApp.LangSon, Samples.Banner("Hội chợ Xuân"))).Value.ContentItemId;

        (await contributor.GetAsync(HomeWith(draft))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await stranger.GetAsync(HomeWith(draft))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.Http.GetPageAsync("/xttm-lang-son/" + HomeWith(draft))).Status.ShouldBe(HttpStatusCode.Found);
    }

    private static string HomeWith(string id) => $"Admin/Banners/{id}/Preview?handler=Home";
}
