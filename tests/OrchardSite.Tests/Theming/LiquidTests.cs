using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Theming;

public sealed class LiquidTests
{
    [Theory]
    [InlineData("{{ 'Skip to content' | t }}", "Chuyển đến nội dung chính")]
    [InlineData("{{ 'Page {0} of {1}' | t: 2, 5 }}", "Trang 2 trên 5")]
    [InlineData("{{ 'Nobody translated this' | t }}", "Nobody translated this")]
    [InlineData("{{ 'Đường dây nóng!' | slugify }}", "duong-day-nong")]
    [InlineData("{{ 'Cột phải' | html_class }}", "cot-phai")]
    [InlineData("{{ '~/van-ban' | href }}", "/xttm-lang-son/van-ban")]
    [InlineData("{{ 'https://a.example/b' | href }}", "https://a.example/b")]
    [InlineData("{{ '2026-02-05T20:00:00Z' | local | date: '%d/%m/%Y %H:%M' }}", "06/02/2026 03:00")]
    [InlineData("{{ Now | local | long_date }}", "thứ ba, ngày 24/11/2026")]
    [InlineData("{{ 'hôm qua' | local }}{{ nothing | long_date }}", "")]
    [InlineData("{{ '2026-02-05' | document_date }}", "ngày 05 tháng 02 năm 2026")]
    [InlineData("{{ '#ffffff' | contrast_color }}{{ '#0b5d3b' | contrast_color }}{{ 'red;}' | contrast_color }}", "#000000#ffffff#000000")]
    [InlineData("{{ Model.ContentItem.DisplayText | json }}{{ 5 | json }}{{ true | json }}{{ nothing | json }}", "\"Liên hệ\"5truenull")]
    [InlineData("{{ Model.ContentItem | display_text }} {{ Model.ContentItem | display_url }}", "Liên hệ /xttm-lang-son/lien-he")]
    [InlineData("{{ Model.ContentItem.ContentType }} {{ Model.ContentItem.Published }} {{ Model.ContentItem.Content.TitlePart.Title }}", "Page true Liên hệ")]
    [InlineData("{{ Model.ContentItem.Content.Khong.Co.Gi }}{{ Model.Khong }}{{ khong.co }}", "")]
    [InlineData("{{ Site.SiteName }} {{ Culture }} {{ Request.PathBase }}{{ Request.Path }}", "Trung tâm Xúc tiến thương mại Lạng Sơn vi /xttm-lang-son/lien-he")]
    [InlineData("{{ Site.Properties.SiteIdentity.SiteIdentity.ShortName.Text }}", "XTTM Lạng Sơn")]
    [InlineData("{{ '<b>&' }}{{ '<i>' | raw | strip_html }}", "<b>&")]
    [InlineData("{{ Site.GetType }}{{ Model.GetType.Assembly }}{{ Model.ContentItem.ToStringValue }}{{ Request.Http.RequestServices }}", "")]
    public async Task Filters_and_values_say_what_Orchard_Cores_do(string liquid, string text)
    {
        await using var portal = await AlteredTheme.StartAsync(("Content-Page", $"<output>{liquid}</output>"));

        (await portal.Http.GetPageAsync("/xttm-lang-son/lien-he")).Document.QuerySelector("output")!.TextContent.ShouldBe(text);
    }

    [Fact]
    public async Task Addresses_of_files_carry_their_fingerprint_and_the_prefix_of_the_site()
    {
        await using var portal = await AlteredTheme.StartAsync((
            "Content-Page",
            "<a id='a' href='{{ 'nhan-dien/logo.svg' | asset_url }}'></a><a id='b' href='{{ 'portal.css' | theme_url }}'></a><a id='c' href='{{ '~/van-ban' | absolute_url }}'></a>"));

        var page = await portal.Http.GetPageAsync("/xttm-lang-son/lien-he");

        Href(page, "a").ShouldStartWith("/xttm-lang-son/media/nhan-dien/logo.svg?v=");
        Href(page, "b").ShouldStartWith("/xttm-lang-son/_theme/portal.css?v=");
        Href(page, "c").ShouldBe(portal.Address.GetLeftPart(UriPartial.Authority) + "/xttm-lang-son/van-ban");
    }

    [Fact]
    public async Task Tags_fill_the_head_and_the_zones_and_escape_what_they_are_given()
    {
        await using var portal = await AlteredTheme.StartAsync((
            "Content-Page",
            """
            {%- assign hostile = '"><script>alert(1)</script>' -%}
            {%- page_title hostile -%}{%- meta name: "keywords", content: hostile -%}{%- meta name: "empty", content: "" -%}
            {%- link rel: "next", href: hostile -%}{%- link rel: "next", href: hostile -%}{%- style src: "/a.css" -%}{%- script src: "/a.js", at: "Foot" -%}
            {%- scriptblock type: "application/json", at: "Foot" %}{"a": {{ "</script><b>" | json }}}{% endscriptblock -%}
            {%- zone "Sidebar" %}<p id="extra">Thêm</p>{% endzone -%}
            {% shape "Menu", alias: "alias:main-menu" %}{% shape "Menu", alias: "khong-co" %}
            """));

        var page = await portal.Http.GetPageAsync("/xttm-lang-son/lien-he");

        const string Hostile = "\"><script>alert(1)</script>";
        page.TextOf("title").ShouldNotBeNull().ShouldContain(Hostile);
        page.Document.QuerySelector("meta[name=keywords]")!.GetAttribute("content").ShouldBe(Hostile);
        page.Document.QuerySelector("meta[name=empty]").ShouldBeNull();
        page.Document.QuerySelectorAll("link[rel=next]").ShouldHaveSingleItem().GetAttribute("href").ShouldBe(Hostile);
        page.Document.Head!.QuerySelector("link[href='/a.css']").ShouldNotBeNull();
        page.Document.Body!.QuerySelector("script[src='/a.js'][defer]").ShouldNotBeNull();
        System.Text.Json.JsonDocument.Parse(page.Document.QuerySelector("script[type='application/json']")!.TextContent).RootElement.GetProperty("a").GetString().ShouldBe("</script><b>");
        page.TextOf(".column-side #extra").ShouldBe("Thêm");
        page.Document.QuerySelectorAll(".column-main .menu > li").ShouldNotBeEmpty();
        page.Document.QuerySelectorAll("script:not([src]):not([type])").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_entry_is_drawn_by_the_template_of_its_type_or_else_by_the_common_one()
    {
        await using var portal = await AlteredTheme.StartAsync(("Content-Article.Summary", "<p class='own'>{{ Model.ContentItem.DisplayText }}</p>"));
        (await portal.Http.GetPageAsync("/xttm-lang-son/thong-bao")).Document.QuerySelectorAll(".story-list .own").ShouldNotBeEmpty();

        (await portal.Http.GetPageAsync("/xttm-lang-son/linh-vuc/hanh-chinh")).Body.ShouldNotContain("class='own'");
    }

    private static string Href(Page page, string id) => page.Document.GetElementById(id)!.GetAttribute("href")!;
}
