using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content.Definitions;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Theming;

namespace OrchardSite.Content.Health;

/// <summary>Knows the places on pages that links may lead to.</summary>
internal sealed partial class PageAnchors(IDbContextFactory<SiteDbContext> contexts, TenantCache<ContentDefinitions> definitions, PortalPaths paths)
{
    private readonly Lazy<HashSet<string>> _ofTheme = new(() => ReadTheme(paths));

    /// <summary>True for a place that browsers or the theme's templates give every page.</summary>
    public bool IsEverywhere(string anchor) => anchor.Length == 0 || anchor.Equals("top", StringComparison.OrdinalIgnoreCase) || _ofTheme.Value.Contains(anchor);

    /// <returns>False where a page of content has no such place; of what else there is, nothing is known.</returns>
    public async Task<bool> HasAsync(LinkTarget target, string anchor, CancellationToken cancellationToken)
    {
        if (IsEverywhere(anchor) || target.IsFile)
        {
            return true;
        }

        await using var db = contexts.CreateForTenant(target.TenantId);
        var page = await (
            from route in db.Set<ContentRoute>()
            where route.Path == target.Path && route.TermId == null
            join item in db.Set<ContentItem>() on route.ItemId equals item.Id
            where item.IsPublic
            join version in db.Set<ContentVersion>() on item.PublishedVersionId equals version.Id
            select new { item.ContentType, version.Json }).FirstOrDefaultAsync(cancellationToken);
        var known = await definitions.GetAsync(target.TenantId);
        return page is null
            || known.Find(page.ContentType) is not { } type
            || FoundContent.Read(JsonNode.Parse(page.Json)!.AsObject(), type, known, isPage: true).Anchors.Contains(anchor);
    }

    private static HashSet<string> ReadTheme(PortalPaths paths) => Directory
        .EnumerateFiles(Path.Combine(paths.Themes, PortalTheme.Name, "Views"), "*.liquid")
        .SelectMany(file => Id().Matches(File.ReadAllText(file)).Select(match => match.Groups["id"].Value))
        .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex("""\bid="(?<id>[\w-]+)"(?!\w)""")]
    private static partial Regex Id();
}
