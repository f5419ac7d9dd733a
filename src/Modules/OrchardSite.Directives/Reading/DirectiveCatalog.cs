using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Text;

namespace OrchardSite.Directives;

/// <summary>What the list of directives knows of one that every reader may see.</summary>
/// <param name="Path">Address inside the site.</param>
/// <param name="TermIds">Its fields of work.</param>
/// <param name="Words">Number and subject as they are searched.</param>
public sealed record CatalogEntry(
    string ItemId, string? Path, string Number, string NumberKey, string DocumentType, string Issuer, string? Signer, string Subject, DateOnly IssuedOn, ForcePeriod Force, IReadOnlyList<string> TermIds, string Words);

/// <summary>
/// A tenant's public directives, the newest first: thousands at most, so they are in memory while readers ask for them, and every
/// filter, count and order of the list costs no query.
/// </summary>
public sealed class DirectiveCatalog(IReadOnlyList<CatalogEntry> entries)
{
    private readonly ILookup<string, CatalogEntry> _byNumber = entries.ToLookup(entry => entry.NumberKey, StringComparer.Ordinal);

    public IReadOnlyList<CatalogEntry> Entries { get; } = entries;

    /// <summary>The directive of a number however it is written; null where there is none, or several, as of different years.</summary>
    public CatalogEntry? FindOnly(string number) => _byNumber[VietnameseText.NumberKey(number)].Take(2).ToArray() is [var only] ? only : null;
}

internal sealed class DirectiveCatalogSource : ITenantCacheSource<DirectiveCatalog>
{
    private static readonly string ListTag = CacheTag.ListOf(DirectiveData.ContentType);

    public async Task<DirectiveCatalog> LoadAsync(SiteDbContext db, CancellationToken cancellationToken)
    {
        var rows = await (
            from row in db.Set<DirectiveRow>().AsNoTracking()
            where row.IsForEveryReader
            join item in db.Set<ContentItem>() on row.ItemId equals item.Id
            where item.IsPublic
            orderby row.Year descending, row.IssuedOn descending, row.ItemId descending
            select new { Row = row, item.Path }).ToListAsync(cancellationToken);
        var terms = (await (
            from row in db.Set<DirectiveRow>()
            where row.IsForEveryReader
            join term in db.Set<ContentTerm>() on row.ItemId equals term.ItemId
            select new { term.ItemId, term.TermId }).ToListAsync(cancellationToken)).ToLookup(term => term.ItemId, term => term.TermId);
        return new DirectiveCatalog(rows.ConvertAll(found => EntryOf(found.Row, found.Path, terms[found.Row.ItemId])));
    }

    private static CatalogEntry EntryOf(DirectiveRow row, string? path, IEnumerable<string> terms) => new(
        row.ItemId,
        path,
        row.Number,
        row.NumberKey,
        row.DocumentType,
        row.Issuer,
        row.Signer,
        row.Subject,
        row.IssuedOn,
        new ForcePeriod(row.EffectiveFrom ?? row.IssuedOn, row.EffectiveTo),
        [.. terms],
        VietnameseText.Fold(row.Subject));

    public bool IsOutdatedBy(Change change) => change.Kind == ChangeKind.ContentPublished && (change.Tags is null || change.Tags.Split(' ').Contains(ListTag));
}
