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
        var month = await db.Set<RequestCount>().Where(count => count.Day >= first && count.Day <= today).GroupBy(count => count.TenantId)
            .Select(counts => new { counts.Key, Times = counts.Sum(count => count.Times) }).ToDictionaryAsync(counts => counts.Key, counts => counts.Times, cancellationToken);
        var day = await db.Set<RequestCount>().Where(count => count.Day == today).ToDictionaryAsync(count => count.TenantId, count => count.Times, cancellationToken);
        var rows = await db.Set<TenantFigures>().AsNoTracking().ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.TenantId, row => new FiguresOfTenant(
            renamed.Contains(row.TenantId) ? null : row.SiteName, row.Items, row.MediaBytes, row.LastEditUtc, day.GetValueOrDefault(row.TenantId), month.GetValueOrDefault(row.TenantId)));
    }
}
