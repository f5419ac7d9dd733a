using System.Diagnostics;
using System.Net;
using Fluid.Values;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Tests.Hosting;
using OrchardSite.Theming.Liquid;

namespace OrchardSite.Tests.Theming;

public sealed class FailingTemplateTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("{{ Model.ContentItem | ")]
    [InlineData("{% if true %}bí mật")]
    [InlineData("{% for i in (1..1000000) %}{% for j in (1..1000000) %}x{% endfor %}{% endfor %}")]
    [InlineData("{% for i in (1..20000) %}x{% endfor %}")]
    [InlineData("{% assign n = 20000 %}{% zone 'Sidebar' %}{% for i in (1..n) %}x{% endfor %}{% endzone %}")]
    [InlineData("{% if true %}{% assign all = (1..20000) | size %}{% for i in (1..20000) reversed %}x{% endfor %}{% endif %}")]
    [InlineData("{{ Model.ContentItem | shape_build_display: 'Detail' | shape_render }}")]
    [InlineData("{% render 'Content-Page' %}")]
    [InlineData("{% include 'Content-Page' %}")]
    [InlineData("{% render 'khong-co' %}")]
    [InlineData("{% shape 'KhongCo' %}")]
    [InlineData("{% render_section 'Khong', required: true %}")]
    [InlineData("{% resources type: 'Khong' %}")]
    public async Task A_template_that_fails_or_never_ends_is_a_page_that_tells_nothing_of_it(string liquid)
    {
        await using var portal = await AlteredTheme.StartAsync(("Content-Page", liquid));
        var watch = Stopwatch.StartNew();

        var page = await portal.Http.GetPageAsync("/xttm-lang-son/lien-he");

        page.Status.ShouldBe(HttpStatusCode.InternalServerError);
        page.TextOf("h1").ShouldBe("Hệ thống gặp sự cố");
        page.Body.ShouldNotContain("liquid", Case.Insensitive);
        page.Body.ShouldNotContain("Content-Page");
        page.Body.ShouldNotContain(portal.DataFolder);
        page.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        watch.Elapsed.ShouldBeLessThan(Patience);
        (await portal.Http.GetPageAsync("/xttm-lang-son/thong-bao")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_honest_count_is_counted()
    {
        await using var portal = await AlteredTheme.StartAsync(("Content-Page", "<output>{% assign last = 3 %}{% for i in (1..last) %}{{ i }}{% endfor %}{% for i in (5..1) %}x{% endfor %}</output>"));

        (await portal.Http.GetPageAsync("/lien-he")).TextOf("output").ShouldBe("123");
    }

    [Fact]
    public async Task When_even_the_layout_fails_the_reader_gets_a_sentence()
    {
        await using var portal = await AlteredTheme.StartAsync(("Layout", "{% render 'khong-co' %}"));

        var page = await portal.Http.GetPageAsync("/");

        page.Status.ShouldBe(HttpStatusCode.InternalServerError);
        page.Body.ShouldContain("Hệ thống đang gặp sự cố. Vui lòng thử lại sau.");
        page.Body.ShouldNotContain("khong-co");
    }

    [Theory]
    [InlineData("{% for i in (1..1000000) %}{% for j in (1..1000000) %}x{% endfor %}{% endfor %}")]
    [InlineData("{% for i in (-20000..20000) %}x{% endfor %}")]
    [InlineData("{% zone 'Sidebar' %}x{% endzone %}")]
    public async Task A_pattern_of_a_definition_that_cannot_be_rendered_ends_with_an_exception(string pattern)
    {
        await using var portal = await PortalApp.StartAsync();
        var engine = portal.Services.GetRequiredService<LiquidEngine>();
        var watch = Stopwatch.StartNew();

        await Should.ThrowAsync<Exception>(async () => await engine.RenderPatternAsync(pattern, "ContentItem", NilValue.Instance));

        watch.Elapsed.ShouldBeLessThan(Patience);
    }
}
