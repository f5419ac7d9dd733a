using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Content;

/// <summary>What readers may see of a tenant's content, by compiled queries. Scoped.</summary>
public sealed class ContentReader(SiteDbContext db, TimeProvider time)
{
    private static readonly Func<SiteDbContext, string, Task<FoundRoute?>> RouteQuery = EF.CompileAsyncQuery(
        (SiteDbContext db, string path) => (
            from route in db.Set<ContentRoute>().AsNoTracking()
            where route.Path == path
            join row in db.Set<ContentItem>().AsNoTracking() on route.ItemId equals row.Id
            join version in db.Set<ContentVersion>().AsNoTracking() on row.PublishedVersionId equals version.Id
            where row.IsPublic
            select new FoundRoute(row, version.Json, route.IsCurrent, route.TermId)).FirstOrDefault());

    private static readonly Func<SiteDbContext, string, Task<FoundItem?>> ItemQuery = EF.CompileAsyncQuery(
        (SiteDbContext db, string id) => (
            from row in db.Set<ContentItem>().AsNoTracking()
            where row.Id == id && row.IsPublic
            join version in db.Set<ContentVersion>().AsNoTracking() on row.PublishedVersionId equals version.Id
            select new FoundItem(row, version.Json)).FirstOrDefault());

    private static readonly Func<SiteDbContext, string[], IAsyncEnumerable<ContentItem>> ManyQuery = EF.CompileAsyncQuery(
        (SiteDbContext db, string[] ids) => db.Set<ContentItem>().AsNoTracking().Where(row => row.IsPublic && ids.Contains(row.Id)));

    private static readonly Func<SiteDbContext, string, DateTime, int, int, IAsyncEnumerable<ContentItem>> NewestQuery = EF.CompileAsyncQuery(
        (SiteDbContext db, string type, DateTime now, int skip, int take) => db.Set<ContentItem>().AsNoTracking()
            .Where(row => row.ContentType == type && row.IsPublic && (row.ExpiresUtc == null || row.ExpiresUtc > now))
            .OrderByDescending(row => row.PublishedUtc).ThenByDescending(row => row.Id)
            .Skip(skip).Take(take));

    private static readonly Func<SiteDbContext, string, DateTime, int, int, IAsyncEnumerable<ContentItem>> InTermQuery = EF.CompileAsyncQuery(
        (SiteDbContext db, string termId, DateTime now, int skip, int take) => (
            from term in db.Set<ContentTerm>().AsNoTracking()
                .Where(row => row.TermId == termId && (row.ExpiresUtc == null || row.ExpiresUtc > now))
                .OrderByDescending(row => row.PublishedUtc).ThenByDescending(row => row.ItemId)
                .Skip(skip).Take(take)
            join row in db.Set<ContentItem>().AsNoTracking() on term.ItemId equals row.Id
            orderby term.PublishedUtc descending, term.ItemId descending
            select row));

    private static readonly Func<SiteDbContext, string, DateTime, DateTime, int, IAsyncEnumerable<Neighbour>> NewerQuery = EF.CompileAsyncQuery(
        (SiteDbContext db, string termId, DateTime time, DateTime now, int take) => db.Set<ContentTerm>().AsNoTracking()
            .Where(row => row.TermId == termId && row.PublishedUtc >= time && (row.ExpiresUtc == null || row.ExpiresUtc > now))
            .OrderBy(row => row.PublishedUtc).ThenBy(row => row.ItemId)
            .Take(take)
            .Select(row => new Neighbour(row.ItemId, row.PublishedUtc)));

    private static readonly Func<SiteDbContext, string, DateTime, DateTime, int, IAsyncEnumerable<Neighbour>> OlderQuery = EF.CompileAsyncQuery(
        (SiteDbContext db, string termId, DateTime time, DateTime now, int take) => db.Set<ContentTerm>().AsNoTracking()
            .Where(row => row.TermId == termId && row.PublishedUtc < time && (row.ExpiresUtc == null || row.ExpiresUtc > now))
            .OrderByDescending(row => row.PublishedUtc).ThenByDescending(row => row.ItemId)
            .Take(take)
            .Select(row => new Neighbour(row.ItemId, row.PublishedUtc)));

    private static readonly Func<SiteDbContext, string, DateTime, Task<int>> CountInTermQuery = EF.CompileAsyncQuery(
        (SiteDbContext db, string termId, DateTime now) => db.Set<ContentTerm>()
            .Count(row => row.TermId == termId && (row.ExpiresUtc == null || row.ExpiresUtc > now)));

    /// <summary>What is at an address now or was there before; null when nothing public is.</summary>
    /// <param name="path">Without a slash at either end.</param>
    public Task<FoundRoute?> FindByPathAsync(string path) => RouteQuery(db, path);

    /// <summary>What readers are told at the address of an item that was taken down; null when nothing is to be said.</summary>
    public Task<string?> FindNoticeAsync(string path) => (
        from route in db.Set<ContentRoute>()
        where route.Path == path
        join row in db.Set<ContentItem>() on route.ItemId equals row.Id
        where row.PublishedVersionId == null && row.DeletedUtc == null
        select row.Notice).FirstOrDefaultAsync();

    public async Task<ContentView?> FindAsync(string id) => await ItemQuery(db, id) is { } found ? new ContentView(found.Item, found.Json) : null;

    /// <summary>The public ones of these items in the given order, with what lists show of them.</summary>
    public async Task<List<ContentView>> FindManyAsync(IEnumerable<string> ids)
    {
        var wanted = ids.ToArray();
        if (wanted.Length == 0)
        {
            return [];
        }

        var found = new Dictionary<string, ContentItem>(StringComparer.Ordinal);
        await foreach (var row in ManyQuery(db, wanted))
        {
            found[row.Id] = row;
        }

        return wanted.Where(found.ContainsKey).Distinct().Select(id => new ContentView(found[id])).ToList();
    }

    /// <summary>The newest public items of a type.</summary>
    public Task<List<ContentView>> NewestAsync(string contentType, int take, int skip = 0) =>
        ViewsAsync(NewestQuery(db, contentType, Now, skip, take));

    /// <summary>The newest public items under a term or its descendants.</summary>
    public Task<List<ContentView>> NewestInTermAsync(string termId, int take, int skip = 0) =>
        ViewsAsync(InTermQuery(db, termId, Now, skip, take));

    /// <summary>
    /// Of the public items under a term, those closest in time to one of them, newest first: as many newer as older
    /// ones, or more of the others where there are too few.
    /// </summary>
    public async Task<List<string>> NeighboursInTermAsync(string termId, ContentView item, int most)
    {
        // One more than wanted: the item itself is among the newer ones.
        var newer = await NewerQuery(db, termId, item.PublishedUtc, Now, most + 1).Where(neighbour => neighbour.Id != item.Id).ToListAsync();
        var older = await OlderQuery(db, termId, item.PublishedUtc, Now, most).ToListAsync();
        var fromOlder = Math.Min(older.Count, Math.Max(most / 2, most - newer.Count));
        return [.. newer.Take(most - fromOlder).Reverse().Concat(older.Take(fromOlder)).Select(neighbour => neighbour.Id)];
    }

    public Task<int> CountInTermAsync(string termId) => CountInTermQuery(db, termId, Now);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private static async Task<List<ContentView>> ViewsAsync(IAsyncEnumerable<ContentItem> rows)
    {
        var views = new List<ContentView>();
        await foreach (var row in rows)
        {
            views.Add(new ContentView(row));
        }

        return views;
    }
}

/// <param name="Json">The parts of the published version.</param>
/// <param name="IsCurrent">False for an address the item had before.</param>
/// <param name="TermId">The term inside the item, when the address is a term's.</param>
public sealed record FoundRoute(ContentItem Item, string Json, bool IsCurrent, string? TermId);

internal sealed record Neighbour(string Id, DateTime PublishedUtc);

internal sealed record FoundItem(ContentItem Item, string Json);
