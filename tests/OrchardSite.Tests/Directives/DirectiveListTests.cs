using System.Net;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Directives;

public sealed class DirectiveListTests
{
    [Fact]
    public async Task The_list_has_every_public_directive_once_from_the_newest()
    {
        await using var portal = await PortalApp.StartAsync();

        var first = await portal.Http.GetPageAsync("/van-ban");
        var second = await portal.Http.GetPageAsync("/van-ban?pagenum=2");

        first.TextOf(".total").ShouldBe("19 văn bản");
        var numbers = first.TextsOf(".directive-row .directive-number").Concat(second.TextsOf(".directive-row .directive-number")).ToArray();
        numbers.Length.ShouldBe(19);
        numbers.ShouldBeUnique();
        numbers[0].ShouldBe("Quyết định 240/QĐ-SCT");
        numbers[^1].ShouldBe("Công văn 138-CV/ĐUK");
        first.TextOf(".directive-row .validity").ShouldBe("Chưa có hiệu lực");
        (await portal.Http.GetPageAsync("/van-ban?pagenum=3")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Readers_choose_by_type_and_year()
    {
        await using var portal = await PortalApp.StartAsync();

        var ofType = await portal.Http.GetPageAsync(Choice(await portal.Http.GetPageAsync("/van-ban"), "Quyết định"));
        ofType.TextOf(".total").ShouldBe("5 văn bản");
        var page = await portal.Http.GetPageAsync(Choice(ofType, "2026"));

        page.TextsOf(".directive-row .directive-number").ShouldBe(["Quyết định 240/QĐ-SCT", "Quyết định 203/QĐ-SCT", "Quyết định 15/QĐ-SCT"]);
        page.TextsOf(".filters [aria-current]").ShouldBe(["Quyết định 3", "2026 3"]);
        page.Document.QuerySelector(".filters a.button")!.GetAttribute("href").ShouldBe("/van-ban");
        page.Document.QuerySelector("link[rel=canonical]")!.GetAttribute("href").ShouldEndWith("/van-ban");
    }

    [Fact]
    public async Task The_pager_keeps_what_was_chosen()
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync("/van-ban?year=2026");

        page.TextOf(".total").ShouldBe("10 văn bản");
        page.Document.QuerySelector(".pager").ShouldBeNull();
        (await portal.Http.GetPageAsync("/van-ban?year=2026&pagenum=2")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("type=")]
    [InlineData("type=XYZ")]
    [InlineData("type=QĐ&type=CV")]
    [InlineData("year=1999")]
    [InlineData("year=hai")]
    [InlineData("year=02026")]
    [InlineData("year=2026'--")]
    [InlineData("type=%00")]
    [InlineData("type=Q%C4%90&pagenum=x")]
    public async Task A_choice_that_the_list_does_not_offer_is_refused(string query)
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync("/van-ban?" + query);

        page.Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
        page.TextOf("h1").ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("/xttm-lang-son", 4)]
    [InlineData("/xttm-vinh-long", 4)]
    public async Task A_unit_lists_its_own_directives_alone(string prefix, int count)
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync(prefix + "/van-ban");

        page.TextOf(".total").ShouldBe($"{count} văn bản");
        page.TextsOf(".directive-row .directive-number").ShouldAllBe(number => number.Contains("XTTM"));
        page.Document.QuerySelectorAll(".directive-row a").ShouldAllBe(link => link.GetAttribute("href")!.StartsWith(prefix + "/van-ban/"));
    }

    private static string Choice(Page page, string text) =>
        page.Document.QuerySelectorAll(".filters nav a").First(link => link.TextContent.Trim().StartsWith(text, StringComparison.Ordinal)).GetAttribute("href")!;
}
