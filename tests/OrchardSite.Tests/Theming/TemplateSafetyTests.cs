using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Recipes;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Workflows;
using OrchardSite.Theming.Templates;

namespace OrchardSite.Tests.Theming;

/// <summary>What a site's own template must not do: be wrong, run without end, or take a page down.</summary>
public sealed class TemplateSafetyTests
{
    [Theory]
    [InlineData("a\n{% if x %}b", 2, 12, "Thiếu {% endif %}")]
    [InlineData("{{ x ", 1, 5, "Thiếu }}")]
    [InlineData("x\n\n{% foo %}", 3, 7, "“foo”")]
    [InlineData("{% for i of x %}{% endfor %}", 1, 7, "“for”")]
    [InlineData("{{ a |\n upcasse }}", 2, 2, "“upcasse”")]
    [InlineData("{% include 'khong-co' %}", 1, 1, "“khong-co”")]
    public async Task What_is_wrong_is_said_with_its_place_in_the_persons_language_and_refused(string text, int line, int column, string said)
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Lý Thị Quản Trị", Editors.Administrator);

        var live = await admin.PostAsync("Admin/Templates/Edit?handler=Check", ("Name", "NotFound"), ("Text", text));
        live.TextOf(".fault-error").ShouldNotBeNull().ShouldContain($"dòng {line}, cột {column}");
        live.TextOf(".fault-error").ShouldNotBeNull().ShouldContain(said);

        var refused = await TemplatesPageTests.SaveAsync(admin, "NotFound", text, 0);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.TextOf("#refusals").ShouldNotBeNull().ShouldContain(said);
        refused.ValueOf("Text").ShouldBe(text);
        (await portal.ReadAsync(PortalApp.LangSon, db => db.Set<TemplateVersion>().CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("{{ Model.X | raw }}")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<a onclick=\"x()\">x</a>")]
    [InlineData("<script src=\"https://vi-du.com/x.js\"></script>")]
    public async Task What_browsers_will_not_run_is_pointed_out_and_can_be_saved(string text)
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Lý Thị Quản Trị", Editors.Administrator);

        (await admin.PostAsync("Admin/Templates/Edit?handler=Check", ("Name", "NotFound"), ("Text", text))).Document.QuerySelector(".fault-warning").ShouldNotBeNull();
        (await TemplatesPageTests.SaveAsync(admin, "NotFound", text, 0)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("{% for i in (1..9000) %}{% for j in (1..9000) %}x{% endfor %}{% endfor %}")]
    [InlineData("{% for i in (1..2000000000) %}x{% endfor %}")]
    [InlineData("{% shape \"NotFound\" %}")]
    [InlineData("{% assign s = 'abcdefghij' %}{% for i in (1..40) %}{% assign s = s | append: s %}{% endfor %}{{ s }}")]
    [InlineData("{% assign s = 'a' %}{% for i in (1..5) %}{% assign s = s | replace: 'a', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' %}{% endfor %}{{ s }}")]
    [InlineData("{% assign l = 'a,b' | split: ',' %}{% for i in (1..60) %}{% assign l = l | concat: l %}{% endfor %}{{ l | size }}")]
    [InlineData("{{ 1 | format_number: 'D999999999' }}")]
    [InlineData("{{ '{0,999999999}' | format_string: 1 }}")]
    [InlineData("{% assign s = 'abcdefghij' %}{% for i in (1..16) %}{% assign s = s | append: s %}{% endfor %}{% for i in (1..9) %}{{ s }}{% endfor %}")]
    public async Task A_template_that_runs_without_end_is_refused_at_once(string text)
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Lý Thị Quản Trị", Editors.Administrator);
        var watch = Stopwatch.StartNew();

        var refused = await TemplatesPageTests.SaveAsync(admin, "NotFound", text, 0);

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.TextOf("#refusals").ShouldNotBeNull().ShouldContain("Mẫu bị lỗi khi dựng trang");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
        (await admin.PostAsync("Admin/Templates/Edit?handler=Preview", ("Name", "NotFound"), ("Text", text), ("Path", "/"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await portal.Http.GetPageAsync("/xttm-lang-son/khong-co")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_would_take_the_parsers_stack_is_refused_before_it_is_parsed()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Lý Thị Quản Trị", Editors.Administrator);
        var deep = string.Concat(Enumerable.Repeat("{% if 1 %}", 3_000)) + string.Concat(Enumerable.Repeat("{% endif %}", 3_000));
        var wide = "{{ " + string.Concat(Enumerable.Repeat("a[", 10_000)) + "0" + string.Concat(Enumerable.Repeat("]", 10_000)) + " }}";

        (await TemplatesPageTests.SaveAsync(admin, "NotFound", deep, 0)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TemplatesPageTests.SaveAsync(admin, "NotFound", wide, 0)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TemplatesPageTests.SaveAsync(admin, "NotFound", new string('x', TemplateCheck.LargestTemplate + 1), 0)).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await TemplatesPageTests.SaveAsync(admin, "NotFound", new string('x', TemplateCheck.LargestTemplate), 0)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await TemplatesPageTests.SaveAsync(admin, "KhongCo", "x", 0)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await TemplatesPageTests.SaveAsync(admin, "widget-heading", "x", 0)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await admin.PostAsync("Admin/Templates/Edit?handler=Back", ("Name", "Layout"), ("Number", "0"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await admin.PostAsync("Admin/Templates/Edit", ("Name", "NotFound"), ("Text", "x"), ("Number", "1"), ("Description", new string('x', 501)))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_template_that_fails_on_a_page_gives_way_to_the_themes_and_the_administrators_are_told()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Lý Thị Quản Trị", Editors.Administrator);
        // Nothing that the trial renders has this address.
        const string Text = "{% if Model.Path contains 'vong-lap' %}{% for i in (1..9000) %}{% for j in (1..9000) %}x{% endfor %}{% endfor %}{% endif %}<p class=\"own\">Riêng</p>";
        (await TemplatesPageTests.SaveAsync(admin, "NotFound", Text, 0)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await portal.Http.GetPageAsync("/xttm-lang-son/khac")).TextOf(".own").ShouldBe("Riêng");

        var page = await portal.Http.GetPageAsync("/xttm-lang-son/vong-lap");

        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.TextOf("h1").ShouldNotBeNullOrEmpty();
        page.TextOf(".own").ShouldBeNull();
        (await portal.Http.GetPageAsync("/xttm-lang-son/khac")).TextOf(".own").ShouldBeNull();
        (await admin.GetAsync("Admin/Templates")).TextOf("#failed").ShouldNotBeNull().ShouldContain("/vong-lap");
        (await portal.ReadAsync(PortalApp.LangSon, db => db.AuditEntries.CountAsync(entry => entry.Operation == "SetTemplateAside"))).ShouldBe(1);
        (await TemplatesPageTests.SaveAsync(admin, "NotFound", "<p class=\"own\">Đã sửa</p>", 1)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await portal.Http.GetPageAsync("/xttm-lang-son/vong-lap")).TextOf(".own").ShouldBe("Đã sửa");
        (await admin.GetAsync("Admin/Templates")).TextOf("#failed").ShouldBeNull();
    }

    [Fact]
    public async Task A_recipe_brings_templates_in_Orchard_Cores_form_once_and_none_that_is_wrong()
    {
        await using var portal = await PortalApp.StartAsync();

        await RecipeFiles.RunAsync(portal, PortalApp.LangSon, Step("NotFound", "<p class=\"own\">Từ tệp</p>"));
        (await portal.Http.GetPageAsync("/xttm-lang-son/khong-co")).TextOf(".own").ShouldBe("Từ tệp");
        (await portal.Http.GetPageAsync("/xttm-vinh-long/khong-co")).TextOf(".own").ShouldBeNull();
        await RecipeFiles.RunAsync(portal, PortalApp.LangSon, Step("NotFound", "<p class=\"own\">Từ tệp</p>"));
        (await portal.ReadAsync(PortalApp.LangSon, db => db.Set<TemplateVersion>().CountAsync())).ShouldBe(1);

        (await Should.ThrowAsync<RecipeException>(() => RecipeFiles.RunAsync(portal, PortalApp.LangSon, Step("NotFound", "{% if %}")))).Path.ShouldBe("$.steps[0].Templates.NotFound");
        (await Should.ThrowAsync<RecipeException>(() => RecipeFiles.RunAsync(portal, PortalApp.LangSon, Step("KhongCo", "x")))).Path.ShouldBe("$.steps[0].Templates.KhongCo");
        await Should.ThrowAsync<RecipeException>(() => RecipeFiles.RunAsync(portal, PortalApp.LangSon, Step("NotFound", null)));
        await Should.ThrowAsync<RecipeException>(() => RecipeFiles.RunAsync(portal, PortalApp.LangSon, new JsonObject { ["name"] = "Templates" }));
    }

    [Fact]
    public async Task Every_template_of_the_theme_can_be_saved_as_it_is()
    {
        await using var portal = await PortalApp.StartAsync();
        foreach (var file in portal.Services.GetRequiredService<ThemeTemplates>().All)
        {
            var saved = await portal.InTenantAsync(PortalApp.LangSon, services => services.GetRequiredService<SaveTemplate>().RunAsync(new TemplateEdit(file.Name, file.Text, ""), 0, Editing.Editor));
            saved.Succeeded.ShouldBeTrue(saved.Succeeded ? null : file.Name + ": " + saved.Refusals[0].Message);
        }

        var home = await portal.Http.GetPageAsync("/xttm-lang-son/");
        home.Status.ShouldBe(HttpStatusCode.OK);
        home.Body.ShouldContain("column-side");
        (await portal.ReadAsync(PortalApp.LangSon, db => db.Set<TemplateVersion>().CountAsync(row => row.FailedUtc != null))).ShouldBe(0);
    }

    private static JsonObject Step(string name, string? content) => new()
    {
        ["name"] = "Templates", ["Templates"] = new JsonObject { [name] = new JsonObject { ["Description"] = "", ["Content"] = content } },
    };
}
