using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Content.Taxonomies;

/// <summary>How many items name a term: in the version that readers see, or in the newest of what is not in the bin. Scoped.</summary>
public sealed class TermUses(SiteDbContext db)
{
    /// <returns>Numbers by the ids of terms; those that nothing names are left out.</returns>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(IReadOnlyCollection<string> termIds, CancellationToken cancellationToken)
    {
        if (termIds.Count == 0)
        {
            return new Dictionary<string, int>();
        }

        var ids = termIds.ToArray();
        var newest =
            from row in db.Set<LatestTerm>()
            where ids.Contains(row.TermId)
            join item in db.Set<ContentItem>() on row.ItemId equals item.Id
            where item.DeletedUtc == null
            select new { row.TermId, row.ItemId };
        var shown = db.Set<ContentTerm>().Where(row => ids.Contains(row.TermId) && row.IsDirect).Select(row => new { row.TermId, row.ItemId });
        return await newest.Union(shown).GroupBy(row => row.TermId).Select(rows => new { rows.Key, Count = rows.Count() }).ToDictionaryAsync(rows => rows.Key, rows => rows.Count, cancellationToken);
    }
}
