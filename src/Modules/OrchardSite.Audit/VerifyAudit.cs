using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Audit;

/// <summary>Proves a tenant's chain whole, or finds its first break. Reads row by row, however long the log is.</summary>
public sealed class VerifyAudit(IDbContextFactory<SiteDbContext> contexts)
{
    // Longer than any transaction: within this the order of sealing may differ from that of the entries' times.
    private static readonly TimeSpan Tolerance = TimeSpan.FromHours(1);

    /// <param name="see">Hears of each entry that fits the chain, in order; null: nobody does.</param>
    public async Task<AuditVerdict> RunAsync(int tenantId, Action<AuditEntry>? see, CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForTenant(tenantId);
        // Before the entries: what is sealed while they are read is no fault.
        var noted = await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? new AuditHead();
        var unsealed = await db.AuditEntries.CountAsync(entry => entry.Number == null, cancellationToken);
        var (count, hash, latest) = (0L, AuditChain.Beginning, DateTime.MinValue);
        AuditFault? putIn = null;
        var entries = db.AuditEntries.AsNoTracking().Where(entry => entry.Number != null).OrderBy(entry => entry.Number).AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(cancellationToken))
        {
            if (Break(entry, count, hash) is { } fault)
            {
                return new AuditVerdict(count, unsealed, hash, fault);
            }

            (count, hash) = (count + 1, entry.Hash!);
            if (count == noted.Number && hash != noted.Hash)
            {
                return new AuditVerdict(count, unsealed, hash, new AuditFault(AuditFaultKind.EndChanged, count, entry.Id));
            }

            putIn ??= entry.OccurredUtc < OldestAfter(latest) ? new AuditFault(AuditFaultKind.PutIn, count, entry.Id) : null;
            latest = entry.OccurredUtc > latest ? entry.OccurredUtc : latest;
            see?.Invoke(entry);
        }

        var end = count < noted.Number ? new AuditFault(AuditFaultKind.EndMissing, count + 1, null)
            : noted.Number == 0 && count > 0 && !await db.AuditHeads.AnyAsync(cancellationToken) ? new AuditFault(AuditFaultKind.EndChanged, count, null)
            : putIn ?? await PutInUnsealedAsync(db, latest, cancellationToken);
        return new AuditVerdict(count, unsealed, hash, end);
    }

    private static DateTime OldestAfter(DateTime latest) => latest.AddTicks(-Math.Min(latest.Ticks, Tolerance.Ticks));

    private static AuditFault? Break(AuditEntry entry, long count, string previous) =>
        entry.Number > count + 1 ? new AuditFault(AuditFaultKind.Missing, count + 1, null)
        : entry.Number != count + 1 || entry.Hash != AuditChain.HashOf(entry, previous) ? new AuditFault(AuditFaultKind.Changed, entry.Number, entry.Id)
        : null;

    private static async Task<AuditFault?> PutInUnsealedAsync(SiteDbContext db, DateTime latest, CancellationToken cancellationToken)
    {
        var oldest = OldestAfter(latest);
        return await db.AuditEntries.AsNoTracking().Where(entry => entry.Number == null && entry.OccurredUtc < oldest)
            .OrderBy(entry => entry.OccurredUtc).FirstOrDefaultAsync(cancellationToken) is { } entry
                ? new AuditFault(AuditFaultKind.PutIn, null, entry.Id)
                : null;
    }
}
