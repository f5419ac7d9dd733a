using Microsoft.Playwright;
using OrchardSite.Browser.Tests.Browsing;
using OrchardSite.Browser.Tests.Pages;

namespace OrchardSite.Browser.Tests.Reading;

/// <summary>Paper, and what readers ask of their browsers.</summary>
public sealed class MediaTests(ReadersPortal portal)
{
    [Theory]
    [InlineData(ReadersPages.Article, ".article .prose")]
    [InlineData("/van-ban/203-qd-sct-2026", ".facts")]
    public Task Paper_carries_the_text_and_its_address_without_the_ways_around(string path, string text) => portal.VisitAsync(path, Screen.Desktop, async visit =>
    {
        await visit.Page.Locator(".print-address").ShouldBeHiddenAsync();
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Microsoft.Playwright.Media.Print });
        foreach (var shown in (string[])["h1", text, ".unit-name", ".footer-name", ".print-address"])
        {
            await visit.Page.Locator(shown).ShouldBeVisibleAsync();
        }

        foreach (var left in (string[])["#main-menu", ".breadcrumb", ".page-tools", ".page-actions", ".column-side", ".zone-footer", ".skip-link"])
        {
            await visit.Page.Locator(left).ShouldBeHiddenAsync();
        }

        (await visit.Page.Locator(".print-address").InnerTextAsync()).ShouldBe(visit.Page.Url);
    });

    [Fact]
    public Task Nothing_moves_for_readers_who_asked_for_less_motion() => portal.VisitAsync(
        "/",
        Screen.Desktop,
        async visit =>
        {
            (await visit.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll('*')]
                    .filter(element => ['transitionDuration', 'animationDuration'].some(name => /[1-9]/.test(getComputedStyle(element)[name])))
                    .map(element => element.outerHTML)
                """)).ShouldBeEmpty();
            (await visit.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).scrollBehavior")).ShouldBe("auto");
        },
        options => options.ReducedMotion = ReducedMotion.Reduce);

    [Fact]
    public Task Icons_and_the_current_page_are_seen_in_forced_colours() => portal.VisitAsync(
        "/van-ban",
        Screen.Desktop,
        async visit =>
        {
            (await visit.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll('.icon')]
                    .filter(icon => icon.checkVisibility() && getComputedStyle(icon).backgroundColor === 'rgb(0, 0, 0)')
                    .map(icon => icon.parentElement.outerHTML)
                """)).ShouldBeEmpty();
            (await visit.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('#main-menu [aria-current]')).textDecorationLine")).ShouldBe("underline");
        },
        options => (options.ForcedColors, options.ColorScheme) = (ForcedColors.Active, ColorScheme.Dark));

    [Theory]
    [InlineData("/", ".story-title")]
    [InlineData(ReadersPages.Article, ".prose p")]
    [InlineData("/xttm-vinh-long", ".unit-name")]
    [InlineData("/sign-in", "h1")]
    public Task Text_is_set_in_the_typeface_that_the_site_itself_serves(string path, string text) => portal.VisitAsync(path, Screen.Desktop, async visit =>
    {
        await visit.EvaluateAsync<string>("() => document.fonts.ready.then(fonts => fonts.status)");
        await using var devTools = await FontProbe.OpenAsync(visit.Page);
        var fonts = await devTools.FontsOfAsync(text);
        fonts.ShouldNotBeEmpty();
        fonts.ShouldAllBe(font => font.IsFromTheWeb && font.Family.StartsWith("Be Vietnam Pro"));
    });
}
