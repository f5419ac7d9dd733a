using System.Net;
using System.Text.Json.Nodes;
using OrchardSite.Recipes;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Theming;

public sealed class ThemeFileTests
{
    [Theory]
    [InlineData("/", "link[rel=stylesheet][href*='portal.css']", "href", "text/css")]
    [InlineData("/xttm-lang-son/", "script[src*='portal.js']", "src", "text/javascript")]
    [InlineData("/van-ban/203-qd-sct-2026", "#file-preview", "data-viewer", "text/javascript")]
    [InlineData("/", "link[rel=preload]", "href", "font/woff2")]
    public async Task A_file_of_the_theme_may_be_kept_for_good(string path, string selector, string attribute, string type)
    {
        await using var portal = await PortalApp.StartAsync();
        var address = (await portal.Http.GetPageAsync(path)).Document.QuerySelector(selector)!.GetAttribute(attribute)!;

        var file = await portal.Http.GetPageAsync(address);

        file.Status.ShouldBe(HttpStatusCode.OK);
        file.Response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        file.Response.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        (await portal.Http.GetPageAsync(address, ("If-None-Match", file.Response.Headers.ETag!.ToString()))).Status.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task New_colours_of_a_site_are_on_its_pages_at_once_and_on_no_other_site()
    {
        await using var portal = await PortalApp.StartAsync();
        (await portal.Http.GetPageAsync("/xttm-lang-son/_theme/colors.css")).Body.ShouldNotContain("#123456");

        await RecipeFiles.RunAsync(portal, PortalApp.LangSon, Colors("#123456", "#ffd100"));

        (await portal.Http.GetPageAsync("/xttm-lang-son/_theme/colors.css")).Body
            .ShouldBe(":root{--site-primary:#123456;--site-on-primary:#ffffff;--site-accent:#ffd100;--site-on-accent:#000000}");
        (await portal.Http.GetPageAsync("/_theme/colors.css")).Body.ShouldNotContain("#123456");
    }

    [Fact]
    public async Task What_is_no_colour_is_refused()
    {
        await using var portal = await PortalApp.StartAsync();

        var error = await Should.ThrowAsync<RecipeException>(() => RecipeFiles.RunAsync(portal, PortalApp.LangSon, Colors("#123456", "red;}body{display:none")));

        error.Path.ShouldBe("$.steps[0].SiteIdentity.SiteIdentity.AccentColor.Text");
        (await portal.Http.GetPageAsync("/xttm-lang-son/_theme/colors.css")).Body.ShouldNotContain("#123456");
    }

    private static JsonObject Colors(string primary, string accent) => new()
    {
        ["name"] = "custom-settings",
        ["SiteIdentity"] = new JsonObject
        {
            ["ContentItemId"] = "portalsiteidentity00000000",
            ["ContentType"] = "SiteIdentity",
            ["SiteIdentity"] = new JsonObject { ["PrimaryColor"] = Samples.Text(primary), ["AccentColor"] = Samples.Text(accent) },
        },
    };
}
