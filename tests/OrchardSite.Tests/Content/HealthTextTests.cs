using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Content.Health;
using OrchardSite.Content.Settings;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Content;

public sealed class HealthTextTests
{
    [Theory]
    [InlineData("""<p><img src="/xttm-lang-son/media/nhan-dien/logo.svg" alt=""></p>""", HealthProblem.NoDescription, "logo.svg")]
    [InlineData("""<p><img src="/xttm-lang-son/media/nhan-dien/logo.svg" alt="logo.svg"></p>""", HealthProblem.FileName, "logo.svg")]
    [InlineData("""<p><img src="/media/nhan-dien/logo.svg" alt=" Logo "></p>""", HealthProblem.FileName, "logo.svg")]
    [InlineData("<h3>Mục nhỏ</h3>", HealthProblem.SkippedHeading, "Mục nhỏ")]
    [InlineData("<h2>Mục lớn</h2><h4>Mục nhỏ</h4><h4>Mục sau</h4>", HealthProblem.SkippedHeading, "Mục nhỏ")]
    [InlineData("<h2> <br></h2>", HealthProblem.EmptyHeading, "")]
    public async Task What_a_person_can_write_and_others_cannot_use_is_a_case_until_it_is_mended(string html, HealthProblem problem, string text)
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.AddPageAsync(PortalApp.LangSon, "Trang có lỗi", html);
        await portal.CheckAsync();

        var found = (await portal.CasesAsync(PortalApp.LangSon, page.ContentItemId)).ShouldHaveSingleItem();
        (found.Problem, found.Text).ShouldBe((problem, text));
        await portal.MendAsync(PortalApp.LangSon, page.ContentItemId, """<h2>Mục</h2><p><img src="/xttm-lang-son/media/nhan-dien/logo.svg" alt="Biểu trưng của trung tâm"></p><h3>Nhỏ</h3><h2>Mục sau</h2>""");
        await portal.CheckAsync();
        (await portal.CasesAsync(PortalApp.LangSon, page.ContentItemId)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("<h1>Tên khác</h1>", HealthProblem.SecondTitle, "")]
    [InlineData("""<p style="color:#777">xám</p>""", HealthProblem.LowContrast, "4.4 #777777 #ffffff")]
    [InlineData("""<p style="COLOR: rgb(255 255 0) !important">vàng</p>""", HealthProblem.LowContrast, "1.0 #ffff00 #ffffff")]
    [InlineData("""<div style="background:navy"><p>chữ thường trên nền sẫm</p></div>""", HealthProblem.LowContrast, "1.0 #1b2430 #000080")]
    [InlineData("""<table><tr><td bgcolor="#cccccc"><font color="white">trắng</font></td></tr></table>""", HealthProblem.LowContrast, "1.6 #ffffff #cccccc")]
    [InlineData("""<p style="color:rgba(0,0,0,.3)">mờ</p>""", HealthProblem.LowContrast, "2.1 #b2b2b2 #ffffff")]
    public async Task What_lies_in_old_texts_is_a_case_too(string html, HealthProblem problem, string detail)
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.AddRawPageAsync(PortalApp.LangSon, "Trang cũ", html);
        await portal.CheckAsync();

        var found = (await portal.CasesAsync(PortalApp.LangSon, page.ContentItemId)).ShouldHaveSingleItem();
        (found.Kind, found.Problem, found.Detail).ShouldBe((HealthKind.Texts, problem, detail));
    }

    [Theory]
    [InlineData("""<p style="color:#767676">đủ</p>""")]
    [InlineData("""<p style="color:white;background-color:#000">trắng trên đen</p>""")]
    [InlineData("""<div style="background:#000080"><a href="/xttm-lang-son/">liên kết</a></div>""")]
    [InlineData("""<div style="background:url(a.png);color:#fff">trên ảnh</div>""")]
    [InlineData("""<p style="color:chartreusish;background:none">màu lạ</p>""")]
    [InlineData("""<p style="color:yellow"> </p>""")]
    [InlineData("""<p style="color">dở</p><p style=";;:">dở</p>""")]
    [InlineData("<h2>Một</h2><h3>Hai</h3><h4>Ba</h4><h2>Bốn</h2>")]
    [InlineData("""<h2><img src="/xttm-lang-son/media/nhan-dien/logo.svg" alt="Biểu trưng"></h2>""")]
    public async Task What_can_be_read_is_no_case(string html)
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.AddRawPageAsync(PortalApp.LangSon, "Trang cũ", html);
        await portal.CheckAsync();

        (await portal.CasesAsync(PortalApp.LangSon, page.ContentItemId)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pictures_of_fields_need_a_description_where_the_field_has_one_also_in_settings()
    {
        await using var portal = await PortalApp.StartAsync();
        var article = Samples.Article().Set("Article", "Image", new { Paths = new[] { "nhan-dien/logo.svg" }, MediaTexts = new[] { "Logo Trung tâm" } });
        var item = await portal.AddAsync(PortalApp.LangSon, article);
        await portal.CheckAsync();
        (await portal.CasesAsync(PortalApp.LangSon)).ShouldBeEmpty();

        var (_, stored) = await portal.OpenAsync(PortalApp.LangSon, item.ContentItemId);
        await portal.StoreAsync(PortalApp.LangSon, item.ContentItemId, stored.Set("Article", "Image", new { Paths = new[] { "nhan-dien/logo.svg", "khong-co.jpg" }, MediaTexts = Array.Empty<string>() }).ToJsonString());
        await portal.InTenantAsync(PortalApp.LangSon, async services =>
        {
            var save = services.GetRequiredService<SaveCustomSettings>();
            var known = (await save.FindAsync("SiteIdentity", TestContext.Current.CancellationToken)).ShouldNotBeNull();
            known.Item["SiteIdentity"]!["Logo"] = new JsonObject { ["Paths"] = new JsonArray("nhan-dien/logo.svg"), ["MediaTexts"] = new JsonArray("") };
            return await save.RunAsync("SiteIdentity", known.Item, known.Revision, Editing.Editor, TestContext.Current.CancellationToken);
        });
        await portal.CheckAllAsync(PortalApp.LangSon);

        var cases = await portal.CasesAsync(PortalApp.LangSon, item.ContentItemId);
        cases.Select(one => (one.Problem, one.Place)).ShouldBe(
            [(HealthProblem.NoFile, "Article.Image.1"), (HealthProblem.NoDescription, "Article.Image.0"), (HealthProblem.NoDescription, "Article.Image.1")]);
        (await portal.CasesAsync(PortalApp.LangSon)).ShouldContain(one => one.ContentType == "SiteIdentity" && one.Problem == HealthProblem.NoDescription && one.Place == "SiteIdentity.Logo.0");
        (await portal.CasesAsync(PortalApp.VinhLong)).ShouldBeEmpty();
    }
}
