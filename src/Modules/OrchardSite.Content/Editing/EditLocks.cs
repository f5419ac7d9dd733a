using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Content.Editing;

/// <summary>Who edits which item at the moment. Scoped.</summary>
public sealed class EditLocks(SiteDbContext db, TimeProvider time)
{
    /// <summary>Takes an item's lock, or gives a sign of life for it.</summary>
    /// <param name="key">Of the page that asks.</param>
    /// <param name="takeOver">True to take it from whoever has it.</param>
    /// <returns>The name of who has it instead; null when it is the page's own.</returns>
    public async Task<string?> TakeAsync(string itemId, string key, string holder, bool takeOver, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var oldest = now - EditLock.Lifetime;
        var taken = await db.Set<EditLock>()
            .Where(row => row.ItemId == itemId && (takeOver || row.Key == key || row.SeenUtc < oldest))
            .ExecuteUpdateAsync(row => row.SetProperty(set => set.Key, key).SetProperty(set => set.Holder, holder).SetProperty(set => set.SeenUtc, now), cancellationToken);
        if (taken > 0)
        {
            return null;
        }

        if (await HolderAsync(itemId, key, cancellationToken) is { } other)
        {
            return other;
        }

        try
        {
            db.Add(new EditLock { ItemId = itemId, Key = key, Holder = holder, SeenUtc = now });
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateException)
        {
            // Somebody opened it in the same moment.
            db.ChangeTracker.Clear();
            return await HolderAsync(itemId, key, cancellationToken);
        }
    }

    /// <returns>The name of somebody else who edits the item; null when nobody does.</returns>
    public Task<string?> HolderAsync(string itemId, string? key, CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow().UtcDateTime - EditLock.Lifetime;
        return db.Set<EditLock>().AsNoTracking()
            .Where(row => row.ItemId == itemId && row.Key != key && row.SeenUtc >= oldest)
            .Select(row => row.Holder)
            .FirstOrDefaultAsync(cancellationToken);
    }

    public Task ReleaseAsync(string itemId, string? key, CancellationToken cancellationToken) =>
        db.Set<EditLock>().Where(row => row.ItemId == itemId && row.Key == key).ExecuteDeleteAsync(cancellationToken);
}
