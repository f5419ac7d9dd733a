using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace OrchardSite.Browser.Tests;

public sealed class PageQualityTests(PortalInBrowser portal)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"),
    };

    [Theory]
    [MemberData(nameof(PublicPages.OnEachScreen), MemberType = typeof(PublicPages))]
    public async Task A_page_is_accessible_fits_its_screen_and_complains_of_nothing(string path, string screen)
    {
        await using var visit = await portal.VisitAsync(path, Screen.Named(screen));

        visit.Status.ShouldBe(PublicPages.StatusOf(path));
        await NoViolationsAsync(visit.Page);
        (await visit.OverflowAsync()).ShouldBe(0);
        visit.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/van-ban", "phone")]
    [InlineData("/van-ban", "desktop")]
    [InlineData("/xttm-lang-son/van-ban", "phone")]
    [InlineData("/xttm-lang-son/van-ban", "desktop")]
    public async Task The_first_directive_of_the_list_has_such_a_page_too(string list, string screen)
    {
        await using var visit = await portal.VisitAsync(list, Screen.Named(screen));
        var site = list[..^"/van-ban".Length];
        var directive = await visit.Page.Locator($"main a[href^='{site}/van-ban/']").First.GetAttributeAsync("href");

        await visit.GoAsync(directive!);

        visit.Status.ShouldBe(200);
        await NoViolationsAsync(visit.Page);
        (await visit.OverflowAsync()).ShouldBe(0);
        visit.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_page_is_set_in_the_typeface_that_the_site_itself_serves()
    {
        await using var visit = await portal.VisitAsync("/xttm-vinh-long/", Screen.Desktop);

        var loaded = await visit.Page.EvaluateAsync<bool>("() => document.fonts.ready.then(() => [...document.fonts].some(face => face.family.includes('Be Vietnam Pro') && face.status === 'loaded'))");

        loaded.ShouldBeTrue();
    }

    [Fact]
    public async Task On_paper_there_is_the_article_and_no_menu()
    {
        await using var visit = await portal.VisitAsync("/xttm-lang-son/dac-san-xu-lang-rong-duong-ve-cac-tinh-dong-bang", Screen.Desktop);
        (await visit.Page.Locator("#main-menu").IsVisibleAsync()).ShouldBeTrue();

        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Microsoft.Playwright.Media.Print });

        (await visit.Page.Locator("#main-menu").IsVisibleAsync()).ShouldBeFalse();
        (await visit.Page.Locator("main h1").IsVisibleAsync()).ShouldBeTrue();
    }

    private static async Task NoViolationsAsync(IPage page)
    {
        var result = await page.RunAxe(Rules);
        result.Violations.Select(violation => $"{violation.Id}: {violation.Help} – {string.Join(" | ", violation.Nodes.Select(node => node.Html))}").ShouldBeEmpty();
    }
}
