using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Visits.Counting;

namespace OrchardSite.Visits.Figures;

/// <summary>A page that was read, as it is now.</summary>
/// <param name="Path">Where it is now, with a slash at the start.</param>
/// <param name="Title">Its address where nothing more is known of it.</param>
/// <param name="ItemId">The content item that it shows; null where it shows none, such as a list.</param>
/// <param name="IsPublic">False where its address leads nowhere any more.</param>
/// <param name="Paths">All addresses that it has had.</param>
public sealed record VisitedPage(string Path, string Title, string? ItemId, bool IsPublic, IReadOnlyList<string> Paths);

/// <param name="Numbers">Of all addresses that the page has had.</param>
public sealed record PageVisits(VisitedPage Page, VisitNumbers Numbers);

/// <summary>Knows what is at the addresses that were read; a page that has moved is one page. Scoped.</summary>
public sealed class VisitedPages(SiteDbContext db, VisitFigures figures, TenantCache<TermTree> terms, IStringLocalizer localizer)
{
    // What has moved may stand here twice before it is put together.
    private const int ReadForEach = 4;

    /// <summary>The pages that were read most, the most read first.</summary>
    public async Task<IReadOnlyList<PageVisits>> MostReadAsync(DateOnly since, int most, CancellationToken cancellationToken)
    {
        var read = await figures.MostReadAsync(since, most * ReadForEach, cancellationToken);
        var pages = await OfAsync([.. read.Select(row => row.Path)], cancellationToken);
        return
        [
            .. read.GroupBy(row => pages[row.Path].Path, StringComparer.Ordinal)
                .Select(rows => new PageVisits(pages[rows.First().Path], rows.Aggregate(default(VisitNumbers), (sum, row) => sum + row.Numbers)))
                .OrderByDescending(row => row.Numbers.Views).ThenBy(row => row.Page.Path, StringComparer.Ordinal)
                .Take(most),
        ];
    }

    public async Task<VisitedPage> FindAsync(string path, CancellationToken cancellationToken) => (await OfAsync([path], cancellationToken))[path];

    private async Task<IReadOnlyDictionary<string, VisitedPage>> OfAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var asked = paths.Select(path => path.TrimStart('/')).ToArray();
        var items = await db.Set<ContentRoute>().Where(route => asked.Contains(route.Path)).Select(route => route.ItemId).Distinct().ToArrayAsync(cancellationToken);
        var routes = await db.Set<ContentRoute>().AsNoTracking().Where(route => items.Contains(route.ItemId)).ToListAsync(cancellationToken);
        var known = await db.Set<ContentItem>().Where(item => items.Contains(item.Id))
            .Select(item => new { item.Id, item.LatestText, item.IsPublic }).ToDictionaryAsync(item => item.Id, cancellationToken);
        var tree = await terms.GetAsync(db.TenantId);
        var found = new Dictionary<string, VisitedPage>(StringComparer.Ordinal);
        foreach (var ofPage in routes.GroupBy(route => (route.ItemId, route.TermId)))
        {
            var (itemId, termId) = ofPage.Key;
            var current = Slashed(ofPage.FirstOrDefault(route => route.IsCurrent)?.Path ?? ofPage.First().Path);
            var all = ofPage.Select(route => Slashed(route.Path)).ToArray();
            var page = termId is null
                ? known.GetValueOrDefault(itemId) is { } item ? new VisitedPage(current, item.LatestText, itemId, item.IsPublic, all) : Unknown(current)
                : tree.Find(termId) is { } term ? new VisitedPage(current, term.DisplayText, null, true, all) : Unknown(current);
            foreach (var path in all)
            {
                found[path] = page;
            }
        }

        return paths.Distinct(StringComparer.Ordinal).ToDictionary(path => path, path => found.GetValueOrDefault(path) ?? Fixed(path), StringComparer.Ordinal);
    }

    private VisitedPage Fixed(string path) => new(path, path == "/" ? localizer["Home page"] : path, null, true, [path]);

    private static VisitedPage Unknown(string path) => new(path, path, null, false, [path]);

    private static string Slashed(string path) => "/" + path;
}
