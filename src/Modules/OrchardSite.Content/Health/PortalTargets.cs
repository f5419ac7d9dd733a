using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Data;
using OrchardSite.Media;
using OrchardSite.Tenants;
using OrchardSite.Theming;

namespace OrchardSite.Content.Health;

/// <summary>Says what of the portal's sites every reader can reach at this moment.</summary>
internal sealed class PortalTargets(
    IDbContextFactory<SiteDbContext> contexts, TenantDirectory tenants, TenantCache<TermTree> terms, TenantCache<SiteSettings> settings, RoutedPages pages, IOptions<MediaOptions> media)
{
    private const int Batch = 300;

    /// <returns>Those that are not there, with the reason.</returns>
    public async Task<IReadOnlyDictionary<LinkTarget, HealthProblem>> FindMissingAsync(IEnumerable<LinkTarget> targets, CancellationToken cancellationToken)
    {
        var missing = new Dictionary<LinkTarget, HealthProblem>();
        foreach (var ofSite in targets.Distinct().GroupBy(target => target.TenantId))
        {
            var paths = ofSite.Select(target => target.Path).ToArray();
            var there = tenants.Find(ofSite.Key) is { State: TenantState.Running } site ? await ThereAsync(site, paths, cancellationToken) : null;
            foreach (var target in ofSite.Where(target => there?.Contains(target.Path) != true))
            {
                missing[target] = there is null ? HealthProblem.ClosedSite
                    : target.IsFile ? HealthProblem.NoFile
                    : target.ItemId is null ? HealthProblem.NoPage : HealthProblem.NoContent;
            }
        }

        return missing;
    }

    private async Task<HashSet<string>> ThereAsync(Tenant site, string[] paths, CancellationToken cancellationToken)
    {
        var tree = await terms.GetAsync(site.Id);
        var there = paths.Where(path => tree.FindByPath(path) is not null || IsThemeFile(path)).ToHashSet(StringComparer.Ordinal);
        await using var db = contexts.CreateForTenant(site.Id);
        foreach (var some in paths.Where(path => !there.Contains(path)).Chunk(Batch))
        {
            there.UnionWith(await PagesAsync(db, some, tree, cancellationToken));
            there.UnionWith(await FilesAsync(db, some, cancellationToken));
            there.UnionWith(await ItemsAsync(db, some, cancellationToken));
        }

        // The first page is an item that has no address, or not this one.
        if (paths.Contains("") && (await settings.GetAsync(site.Id)).HomeItemId is { } home && await db.Set<ContentItem>().AnyAsync(item => item.Id == home && item.IsPublic, cancellationToken))
        {
            there.Add("");
        }

        there.UnionWith(paths.Where(path => path.Length > 0 && path[0] != ':' && !there.Contains(path) && pages.Has(path, site)));
        return there;
    }

    // Those of the theme are the same on every site, and come with the program.
    private static bool IsThemeFile(string path) => path.StartsWith(ThemeFiles.PathStart + "/", StringComparison.Ordinal);

    // A former address leads to the present one, as long as there is one.
    private static async Task<IEnumerable<string>> PagesAsync(SiteDbContext db, string[] paths, TermTree tree, CancellationToken cancellationToken)
    {
        var routes = await (
            from route in db.Set<ContentRoute>()
            where paths.Contains(route.Path)
            join item in db.Set<ContentItem>() on route.ItemId equals item.Id
            where item.IsPublic
            select new { route.Path, route.TermId, Now = item.Path }).ToListAsync(cancellationToken);
        return routes.Where(route => (route.TermId is null ? route.Now : tree.Find(route.TermId)?.Path) is { Length: > 0 }).Select(route => route.Path);
    }

    private async Task<IEnumerable<string>> FilesAsync(SiteDbContext db, string[] paths, CancellationToken cancellationToken)
    {
        var files = paths.Where(path => path.StartsWith(LinkTarget.MediaStart, StringComparison.Ordinal)).Select(path => path[LinkTarget.MediaStart.Length..]).Where(path => !media.Value.IsSecured(path)).ToArray();
        if (files.Length == 0)
        {
            return [];
        }

        var known = await db.Set<MediaFile>().Where(file => files.Contains(file.Path)).Select(file => new { Asked = file.Path, file.Path }).ToListAsync(cancellationToken);
        known.AddRange(await (
            from former in db.Set<FormerMediaPath>()
            where files.Contains(former.Path)
            join file in db.Set<MediaFile>() on former.Target equals file.Path
            select new { Asked = former.Path, file.Path }).ToListAsync(cancellationToken));
        return known.Where(file => !media.Value.IsSecured(file.Path)).Select(file => LinkTarget.MediaStart + file.Asked);
    }

    private static async Task<IEnumerable<string>> ItemsAsync(SiteDbContext db, string[] paths, CancellationToken cancellationToken)
    {
        var ids = paths.Where(path => path.StartsWith(':')).Select(path => path[1..]).ToArray();
        return ids.Length == 0 ? [] : (await db.Set<ContentItem>().Where(item => ids.Contains(item.Id) && item.IsPublic && item.Path != null).Select(item => item.Id).ToListAsync(cancellationToken)).Select(id => ":" + id);
    }
}
