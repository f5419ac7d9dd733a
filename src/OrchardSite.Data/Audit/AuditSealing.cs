using Microsoft.EntityFrameworkCore;

namespace OrchardSite.Data;

/// <summary>Gives new entries their places in the chain. Apart from the operations that write them, so that none waits for another's hash.</summary>
public static class AuditSealing
{
    private const int BatchSize = 500;

    /// <summary>Seals the oldest entries of the context's tenant that are not sealed yet.</summary>
    /// <returns>True when there may be more.</returns>
    /// <exception cref="DbUpdateException">Another node has sealed them: begin again, with a new context.</exception>
    public static async Task<bool> SealSomeAsync(SiteDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        var entries = await db.AuditEntries.Where(entry => entry.Number == null)
            .OrderBy(entry => entry.OccurredUtc).ThenBy(entry => entry.Id)
            .Take(BatchSize).ToListAsync(cancellationToken);
        if (entries.Count == 0)
        {
            return false;
        }

        var head = await db.AuditHeads.SingleOrDefaultAsync(cancellationToken) ?? db.AuditHeads.Add(new AuditHead()).Entity;
        foreach (var entry in entries)
        {
            entry.Seal(head, now);
        }

        await db.CommitAsync(cancellationToken);
        entries.ForEach(entry => db.Entry(entry).State = EntityState.Detached);
        return entries.Count == BatchSize;
    }

    /// <summary>Seals all there are, as a part of the caller's transaction, and tells where the chain ends.</summary>
    public static async Task<AuditHead> CloseAsync(SiteDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        while (await SealSomeAsync(db, now, cancellationToken))
        {
        }

        return await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? new AuditHead();
    }
}
