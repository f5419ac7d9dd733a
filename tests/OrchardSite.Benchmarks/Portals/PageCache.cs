namespace OrchardSite.Benchmarks.Portals;

/// <summary>The portal's setting by which every page is rendered for each request.</summary>
internal static class PageCache
{
    public static IReadOnlyDictionary<string, string> Off { get; } = new Dictionary<string, string> { ["PageCache__Enabled"] = "false" };
}
