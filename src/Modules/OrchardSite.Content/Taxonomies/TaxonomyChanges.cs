using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Operations;
using OrchardSite.Data;

namespace OrchardSite.Content.Taxonomies;

/// <summary>Keeps items in the right lists when terms are moved, and terms from vanishing while items are under them.</summary>
public sealed class TaxonomyChanges(SiteDbContext db, TermStore terms, TermUses uses, IStringLocalizer localizer)
{
    /// <returns>A refusal for each term that the new taxonomy lacks though there are items under it.</returns>
    public async Task<IReadOnlyList<Refusal>> CheckAsync(IReadOnlyList<ContentWrite> writes, CancellationToken cancellationToken)
    {
        var refusals = new List<Refusal>();
        foreach (var write in Taxonomies(writes).Where(write => write.WasPublished))
        {
            var kept = TermTree.ReadTerms(write.Draft.Content, write.Draft.ContentItemId).SelectMany(root => root.Subtree()).Select(term => term.Id).ToHashSet();
            refusals.AddRange((await CheckRemovalAsync(write.Draft.ContentItemId, kept, cancellationToken)).Select(refusal => write.Refuse(refusal.Kind, refusal.Message, refusal.Field!)));
        }

        return refusals;
    }

    /// <returns>A refusal for each term that is to go from a published taxonomy though there are items under it.</returns>
    public async Task<IReadOnlyList<Refusal>> CheckRemovalAsync(string taxonomyId, IReadOnlySet<string> kept, CancellationToken cancellationToken)
    {
        var gone = (await terms.GetAsync()).All.Where(term => term.TaxonomyId == taxonomyId && !kept.Contains(term.Id)).ToArray();
        var counts = await uses.CountAsync([.. gone.Select(term => term.Id)], cancellationToken);
        return
        [
            .. gone.Where(term => counts.ContainsKey(term.Id))
                .Select(term => new Refusal(RefusalKind.Conflict, InUse(term.DisplayText, counts[term.Id]), PlaceOf(term))),
        ];
    }

    /// <returns>A refusal when there is something under a term of the taxonomy that is to be withdrawn.</returns>
    public async Task<IReadOnlyList<Refusal>> CheckWithdrawalAsync(ContentItem row, CancellationToken cancellationToken)
    {
        var ids = (await terms.GetAsync()).All.Where(term => term.TaxonomyId == row.Id).Select(term => term.Id).ToArray();
        return await uses.CountAsync(ids, cancellationToken) is { Count: > 0 } counts ? [new Refusal(RefusalKind.Conflict, InUse(row.DisplayText, counts.Values.Sum()))] : [];
    }

    /// <summary>Where a refusal that is about a term says so.</summary>
    internal static string PlaceOf(Term term) => $"TaxonomyPart.Terms({term.Id})";

    /// <summary>The rows that put public items into lists.</summary>
    public async Task<ContentTerm[]> RowsOfAsync(IReadOnlyList<ContentWrite> writes)
    {
        var tree = await terms.GetAsync();
        return writes.Where(write => write.IsPublic).SelectMany(write => TermRows.Of(write.Draft, tree)).ToArray();
    }

    public async Task ApplyAsync(IReadOnlyList<ContentWrite> writes, CancellationToken cancellationToken)
    {
        if (!Taxonomies(writes).Any())
        {
            return;
        }

        await terms.RefreshAsync(cancellationToken);
        var tree = await terms.GetAsync();
        foreach (var write in Taxonomies(writes).Where(write => write.WasPublished))
        {
            await RebuildAsync(tree.All.Where(term => term.TaxonomyId == write.Draft.ContentItemId).ToArray(), cancellationToken);
        }
    }

    private async Task RebuildAsync(Term[] ofTaxonomy, CancellationToken cancellationToken)
    {
        var ids = ofTaxonomy.Select(term => term.Id).ToArray();
        var byId = ofTaxonomy.ToDictionary(term => term.Id, StringComparer.Ordinal);
        await db.Set<ContentTerm>().Where(row => ids.Contains(row.TermId) && !row.IsDirect).ExecuteDeleteAsync(cancellationToken);
        var direct = await db.Set<ContentTerm>().AsNoTracking().Where(row => ids.Contains(row.TermId)).ToListAsync(cancellationToken);
        var inherited = direct.GroupBy(row => row.ItemId).SelectMany(rows => TermRows.Of(rows.Select(row => byId[row.TermId]))
            .Where(row => !row.IsDirect)
            .Select(row => new ContentTerm
            {
                TermId = row.Term.Id,
                ItemId = rows.Key,
                IsDirect = false,
                ContentType = rows.First().ContentType,
                PublishedUtc = rows.First().PublishedUtc,
                ExpiresUtc = rows.First().ExpiresUtc,
            }));
        await db.InsertAsync(inherited.ToArray(), cancellationToken);
    }

    private string InUse(string name, int count) => localizer["“{0}” cannot be removed while there are items in it: {1}.", name, count];

    private static IEnumerable<ContentWrite> Taxonomies(IReadOnlyList<ContentWrite> writes) =>
        writes.Where(write => write.Publish && write.Draft.Type.FindPart("TaxonomyPart") is not null);
}
