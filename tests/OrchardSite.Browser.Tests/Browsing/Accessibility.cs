using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace OrchardSite.Browser.Tests.Browsing;

/// <summary>WCAG 2.2 on level AA, and axe's best practice, as far as a program can tell.</summary>
public static class Accessibility
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"),
    };

    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page) => [.. (await page.RunAxe(Rules)).Violations.Select(Sentence)];

    /// <summary>Without a frame that shows another page of the site, which is looked at by itself.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsBesideAsync(IPage page, string frame) =>
        [.. (await page.RunAxe(new AxeRunContext { Exclude = [new AxeSelector(frame)] }, Rules)).Violations.Select(Sentence)];

    /// <summary>Of a part of the page alone, such as an open menu: what it half covers is no target meanwhile.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(ILocator part) => [.. (await part.RunAxe(Rules)).Violations.Select(Sentence)];

    private static string Sentence(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help} ({string.Join("; ", violation.Nodes.Select(node => node.Html))})";
}
