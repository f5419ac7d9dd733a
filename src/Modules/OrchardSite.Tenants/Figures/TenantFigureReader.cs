using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Tenants.Figures;

/// <param name="SiteName">Null where a change of it is so new that it was not written down yet.</param>
public sealed record FiguresOfTenant(string? SiteName, int Items, long MediaBytes, DateTime? LastEditUtc, long RequestsToday, long RequestsOfMonth)
{
    public static FiguresOfTenant None { get; } = new(null, 0, 0, null, 0, 0);
}

/// <summary>Reads the figures of all tenants, by a few queries however many there are. Scoped.</summary>
public sealed class TenantFigureReader(SiteDbContext db)
{
    /// <param name="today">The last of the days of which requests are summed.</param>
    public async Task<IReadOnlyDictionary<int, FiguresOfTenant>> ReadAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var position = await db.Set<FeedPosition>().Where(row => row.Name == KeepTenantFigures.Position).Select(row => row.Sequence).FirstOrDefaultAsync(cancellationToken);
        var renamed = await db.Changes.Where(change => change.Sequence > position && (change.Kind == ChangeKind.SiteChanged || change.Kind == ChangeKind.TenantChanged))
            .Select(change => change.TenantId).Distinct().ToHashSetAsync(cancellationToken);
        var first = today.AddDays(1 - KeepRequestCounts.KeptDays);
        var requests = await db.Set<RequestCount>().Where(count => count.Day >= first && count.Day <= today).GroupBy(count => count.TenantId)
            .Select(counts => new { counts.Key, Month = counts.Sum(count => count.Times), Today = counts.Sum(count => count.Day == today ? count.Times : 0) })
            .ToDictionaryAsync(counts => counts.Key, counts => (counts.Today, counts.Month), cancellationToken);
        var rows = await db.Set<TenantFigures>().AsNoTracking().ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.TenantId, row =>
        {
            var (ofToday, ofMonth) = requests.GetValueOrDefault(row.TenantId);
            return new FiguresOfTenant(renamed.Contains(row.TenantId) ? null : row.SiteName, row.Items, row.MediaBytes, row.LastEditUtc, ofToday, ofMonth);
        });
    }
}
