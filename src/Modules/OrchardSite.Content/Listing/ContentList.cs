using Microsoft.EntityFrameworkCore;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Operations;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Data;

namespace OrchardSite.Content.Listing;

/// <summary>The items of a site as editors list them: drafts included, last edited first. Scoped.</summary>
public sealed class ContentList(SiteDbContext db, DefinitionStore definitions, TermStore terms, IEnumerable<IContentFinder> finders)
{
    public const int PageSize = 20;

    // Counting on would take longer than anybody pages.
    private const int MostCounted = 1000;

    /// <summary>The types of which the person sees items in the list: all of them, or their own.</summary>
    public async Task<IReadOnlyList<ContentType>> TypesAsync(Actor actor) =>
        (await definitions.GetAsync()).Types.Where(type => type.IsListable && (actor.MayList(type.Name) || actor.MayBegin(type.Name)))
            .OrderBy(type => type.DisplayName, StringComparer.CurrentCulture).ToArray();

    /// <summary>True for a type whose items are listed to those who may see them.</summary>
    public async Task<bool> ExistsAsync(string type) => (await definitions.GetAsync()).Find(type) is { IsListable: true };

    /// <param name="types">Of those that <see cref="TypesAsync"/> gives.</param>
    /// <param name="timeZone">In which the days of the filter are meant.</param>
    public async Task<ContentListPage> FindAsync(IReadOnlyList<ContentType> types, ContentListFilter filter, TimeZoneInfo timeZone, Actor actor, CancellationToken cancellationToken)
    {
        var names = types.Select(type => type.Name).ToArray();
        var ids = await FindByWordsAsync(names, filter, timeZone, actor, MostCounted + 1, inTitles: false, cancellationToken);
        if (ids is null)
        {
            var query = await FilterAsync(OfTypes(names, actor), filter, timeZone);
            // One walk along an index that has all it needs says how many there are and which; then twenty rows are read.
            ids = await Sort(query, filter.Order).Select(row => row.Id).Take(MostCounted + 1).ToListAsync(cancellationToken);
        }

        var count = Math.Min(ids.Count, MostCounted);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (count + PageSize - 1) / PageSize));
        var shown = ids.Take(MostCounted).Skip((page - 1) * PageSize).Take(PageSize).ToArray();
        var rows = await db.Set<ContentItem>().AsNoTracking().Where(row => shown.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        return new ContentListPage([.. shown.Where(rows.ContainsKey).Select(id => rows[id])], page, count, ids.Count > MostCounted);
    }

    /// <summary>The items from some place of the list on, however long it is; with words the first 1,000 that fit them.</summary>
    public async Task<ContentSlice> SliceAsync(
        IReadOnlyList<ContentType> types, ContentListFilter filter, TimeZoneInfo timeZone, Actor actor, int skip, int take, CancellationToken cancellationToken)
    {
        var names = types.Select(type => type.Name).ToArray();
        var found = await FindByWordsAsync(names, filter, timeZone, actor, MostCounted, inTitles: false, cancellationToken);
        var query = found is null ? await FilterAsync(OfTypes(names, actor), filter, timeZone) : null;
        var count = found?.Count ?? await query!.CountAsync(cancellationToken);
        var shown = found is null
            ? await Sort(query!, filter.Order).Select(row => row.Id).Skip(skip).Take(take).ToArrayAsync(cancellationToken)
            : [.. found.Skip(skip).Take(take)];
        var rows = await db.Set<ContentItem>().AsNoTracking().Where(row => shown.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        return new ContentSlice([.. shown.Where(rows.ContainsKey).Select(id => rows[id])], count);
    }

    /// <summary>Looks for words with what the modules above can do.</summary>
    /// <param name="inTitles">True: only what has the words in its title.</param>
    /// <returns>Null where there are no words, or nobody can answer.</returns>
    public async Task<IReadOnlyList<string>?> FindByWordsAsync(
        IReadOnlyCollection<string> types, ContentListFilter filter, TimeZoneInfo timeZone, Actor actor, int most, bool inTitles, CancellationToken cancellationToken)
    {
        if (filter.Words().Count == 0)
        {
            return null;
        }

        var (from, until) = Period(filter, timeZone);
        var wanted = new ContentWanted
        {
            TenantId = db.TenantId,
            Words = filter.Query!,
            InTitles = inTitles,
            ListedTypes = types.Where(actor.MayList).ToArray(),
            OwnTypes = types.Where(type => !actor.MayList(type)).ToArray(),
            AccountId = actor.AccountId,
            State = filter.State,
            TermIds = await TermsAsync(filter),
            Author = filter.Author?.Trim() is { Length: > 0 } author ? author : null,
            FromUtc = from,
            UntilUtc = until,
            Order = filter.Order,
        };
        foreach (var finder in finders)
        {
            if (await finder.FindAsync(wanted, most, cancellationToken) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private async Task<string[]?> TermsAsync(ContentListFilter filter) => filter.Category is { Length: > 0 } category
        ? (await terms.GetAsync()).Find(category)?.Subtree().Select(term => term.Id).ToArray() ?? []
        : null;

    private IQueryable<ContentItem> OfTypes(string[] types, Actor actor)
    {
        var rows = db.Set<ContentItem>().AsNoTracking();
        var listed = types.Where(actor.MayList).ToArray();
        if (types.Length == 1)
        {
            // One type has an index of its own.
            var type = types[0];
            return listed.Length == 1 ? rows.Where(row => row.ContentType == type) : rows.Where(row => row.ContentType == type && row.OwnerId == actor.AccountId);
        }

        var ownOnly = types.Except(listed).ToArray();
        return ownOnly.Length == 0
            ? rows.Where(row => listed.Contains(row.ContentType))
            : rows.Where(row => listed.Contains(row.ContentType) || (ownOnly.Contains(row.ContentType) && row.OwnerId == actor.AccountId));
    }

    private async Task<IQueryable<ContentItem>> FilterAsync(IQueryable<ContentItem> query, ContentListFilter filter, TimeZoneInfo timeZone)
    {
        query = filter.State switch
        {
            ContentState.Deleted => query.Where(row => row.DeletedUtc != null),
            ContentState.Published => query.Where(row => row.DeletedUtc == null && row.PublishedVersionId != null),
            ContentState.Draft => query.Where(row => row.DeletedUtc == null && row.PublishedVersionId == null),
            ContentState.Changed => query.Where(row => row.DeletedUtc == null && row.PublishedVersionId != null && row.PublishedVersionId != row.LatestVersionId),
            _ => query.Where(row => row.DeletedUtc == null),
        };
        foreach (var word in filter.Words())
        {
            query = query.Where(row => row.LatestKey.Contains(word));
        }

        if (await TermsAsync(filter) is { } ids)
        {
            query = query.Where(row => db.Set<LatestTerm>().Any(term => term.ItemId == row.Id && ids.Contains(term.TermId)));
        }

        if (filter.Author?.Trim() is { Length: > 0 } author)
        {
            query = query.Where(row => row.Author == author);
        }

        var (begin, end) = Period(filter, timeZone);
        if (begin is not null)
        {
            query = query.Where(row => row.EditedUtc >= begin);
        }

        if (end is not null)
        {
            query = query.Where(row => row.EditedUtc < end);
        }

        return query;
    }

    private static IQueryable<ContentItem> Sort(IQueryable<ContentItem> query, ContentOrder order) => order switch
    {
        ContentOrder.Published => query.OrderByDescending(row => row.PublishedUtc).ThenByDescending(row => row.Id),
        ContentOrder.Title => query.OrderBy(row => row.LatestKey).ThenBy(row => row.Id),
        _ => query.OrderByDescending(row => row.EditedUtc).ThenByDescending(row => row.Id),
    };

    private static (DateTime? From, DateTime? Until) Period(ContentListFilter filter, TimeZoneInfo timeZone) => (
        filter.SinceUtc ?? (filter.From is { } from ? Utc(from, timeZone) : null),
        filter.To is { } to && to < DateOnly.MaxValue ? Utc(to.AddDays(1), timeZone) : null);

    private static DateTime Utc(DateOnly day, TimeZoneInfo timeZone) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), timeZone.BaseUtcOffset).UtcDateTime;
}

/// <param name="Count">Of all pages; with <paramref name="IsMore"/> there are more than that.</param>
public sealed record ContentListPage(IReadOnlyList<ContentItem> Items, int Page, int Count, bool IsMore)
{
    public int LastPage => Math.Max(1, (Count + ContentList.PageSize - 1) / ContentList.PageSize);
}

/// <param name="Count">Of the whole list.</param>
public sealed record ContentSlice(IReadOnlyList<ContentItem> Items, int Count);
