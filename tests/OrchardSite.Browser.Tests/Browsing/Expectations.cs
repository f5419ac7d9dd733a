using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace OrchardSite.Browser.Tests.Browsing;

/// <summary>What is expected of an element soon: the browser is given a moment to get there.</summary>
public static class Expectations
{
    static Expectations() => Assertions.SetDefaultExpectTimeout(15_000);

    public static Task ShouldBeVisibleAsync(this ILocator element) => Assertions.Expect(element).ToBeVisibleAsync();

    public static Task ShouldBeHiddenAsync(this ILocator element) => Assertions.Expect(element).ToBeHiddenAsync();

    public static Task ShouldHaveFocusAsync(this ILocator element) => Assertions.Expect(element).ToBeFocusedAsync();

    public static Task ShouldHaveValueAsync(this ILocator input, string value) => Assertions.Expect(input).ToHaveValueAsync(value);

    public static Task ShouldHaveTextAsync(this ILocator element, string text) => Assertions.Expect(element).ToHaveTextAsync(text);

    /// <param name="end">How the address ends.</param>
    public static Task ShouldBeAtAsync(this IPage page, string end) => Assertions.Expect(page).ToHaveURLAsync(new Regex(Regex.Escape(end) + "$"));
}
