using System.Net;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Users;

namespace OrchardSite.Tests.Search;

public sealed class SynonymsPageTests
{
    private const string Address = "/xttm-lang-son/Admin/Search/Synonyms";
    private const string Save = "#synonyms button";

    [Fact]
    public async Task What_an_administrator_writes_counts_at_once_and_on_that_site_alone()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAsync(PortalApp.LangSon, Samples.Article("Zuvopa khai trương gian hàng"));
        await portal.AddAsync(PortalApp.VinhLong, Samples.Article("Zuvopa khai trương gian hàng"));
        await portal.FindAsync("zuvopa", titles => titles.Count == 1);
        await portal.FindAsync("zuvopa", titles => titles.Count == 1, "/xttm-vinh-long");
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        var page = await admin.GetPageAsync(Address);
        var given = page.ValueOf("lines").ShouldNotBeNull();
        given.ShouldContain("XTTM = xúc tiến thương mại");

        var saved = await admin.PressAsync(page, Save, ("lines", given + "\r\n# của trang\r\nMVT = Zuvopa\r\n"));

        saved.Location().ShouldBe(Address);
        var after = await admin.FollowAsync(saved);
        after.TextOf("[role=status]").ShouldNotBeNull().ShouldContain("Đã lưu từ đồng nghĩa");
        after.ValueOf("lines").ShouldNotBeNull().ReplaceLineEndings("\n").ShouldBe(given.ReplaceLineEndings("\n") + "\n# của trang\nMVT = Zuvopa");
        (await portal.SearchAsync("mvt")).Found().ShouldBe(["Zuvopa khai trương gian hàng"]);
        (await portal.SearchAsync("mvt", "/xttm-vinh-long")).Found().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("XTTM", "Dòng 1")]
    [InlineData("OCOP = mỗi xã một sản phẩm\nXTTM =", "Ở dòng 2")]
    [InlineData("a = một hai ba bốn năm sáu bảy tám chín", "Ở dòng 1")]
    [InlineData("a=b=c=d=e=f=g=h=i=k=l", "Dòng 1")]
    public async Task A_line_that_says_nothing_is_refused_by_its_number_and_stays_in_the_form(string lines, string message)
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        var page = await admin.GetPageAsync(Address);
        var before = page.ValueOf("lines");

        var refused = await admin.PressAsync(page, Save, ("lines", lines));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.TextOf("#refusals").ShouldNotBeNull().ShouldContain(message);
        refused.ValueOf("lines").ShouldBe(lines);
        (await admin.GetPageAsync(Address)).ValueOf("lines").ShouldBe(before);
    }

    [Fact]
    public async Task Too_many_lines_are_refused()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);

        var refused = await admin.PressAsync(await admin.GetPageAsync(Address), Save, ("lines", string.Join('\n', Enumerable.Range(1, 501).Select(number => $"a{number} = b{number}"))));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.TextOf("#refusals").ShouldNotBeNull().ShouldContain("500");
    }

    [Fact]
    public async Task Who_saw_older_lines_is_refused_and_sees_both_texts()
    {
        await using var portal = await PortalApp.StartAsync();
        using var first = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        using var second = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        var seenByFirst = await first.GetPageAsync(Address);
        var seenBySecond = await second.GetPageAsync(Address);
        (await first.PressAsync(seenByFirst, Save, ("lines", "XTTM = xúc tiến thương mại"))).Status.ShouldBe(HttpStatusCode.Found);

        var refused = await second.PressAsync(seenBySecond, Save, ("lines", "KCN = khu công nghiệp"));

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.ValueOf("lines").ShouldBe("KCN = khu công nghiệp");
        refused.TextOf("textarea[readonly]").ShouldBe("XTTM = xúc tiến thương mại");
        // Who has seen it may replace it.
        (await second.PressAsync(refused, Save, ("lines", "XTTM = xúc tiến thương mại\nKCN = khu công nghiệp"))).Status.ShouldBe(HttpStatusCode.Found);
        (await first.GetPageAsync(Address)).ValueOf("lines").ShouldBe("XTTM = xúc tiến thương mại\nKCN = khu công nghiệp");
    }

    [Theory]
    [InlineData("Synonyms", "Sửa từ đồng nghĩa của tìm kiếm")]
    [InlineData("Insight", "Xem bạn đọc tìm gì")]
    public async Task Who_lacks_the_permission_is_told_which(string page, string missing)
    {
        await using var portal = await PortalApp.StartAsync();
        using var editor = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);
        using var stranger = await portal.SignedInAsync(PortalApp.VinhLong, Editors.Administrator);

        var refused = await editor.GetPageAsync($"/xttm-lang-son/Admin/Search/{page}");

        (refused.Status, refused.TextOf("main")!.Contains(missing, StringComparison.Ordinal)).ShouldBe((HttpStatusCode.Forbidden, true));
        (await stranger.GetPageAsync($"/xttm-lang-son/Admin/Search/{page}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await editor.GetPageAsync("/xttm-lang-son/Admin")).TextsOf(".side li > a").ShouldNotContain("Từ đồng nghĩa");
    }
}
