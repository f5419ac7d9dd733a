using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Data;

namespace OrchardSite.Workflows.Picture;

/// <summary>How many items of the current site are in each state of the workflow. Scoped.</summary>
public sealed class StateCounts(SiteDbContext db)
{
    public async Task<IReadOnlyDictionary<string, int>> ReadAsync(CancellationToken cancellationToken) => await (
        from row in db.Set<EditorialItem>()
        join item in db.Set<ContentItem>() on row.ItemId equals item.Id
        where item.DeletedUtc == null
        group row by row.State into state
        select new { state.Key, Count = state.Count() }).ToDictionaryAsync(state => state.Key, state => state.Count, cancellationToken);
}
