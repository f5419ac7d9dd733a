using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Content.Editing;

/// <summary>What a person has typed and not saved yet. One row per person and item; no version, so nobody else meets it.</summary>
public sealed class Autosave : ITenantOwned
{
    public const int LongestForm = 2_000_000;

    public int TenantId { get; set; }

    public required int AccountId { get; init; }

    public required string ItemId { get; init; }

    /// <summary>The version that the typing began from; null for a new item.</summary>
    public string? BaseVersionId { get; set; }

    /// <summary>The item's parts as JSON.</summary>
    public required string Json { get; set; }

    public required DateTime SavedUtc { get; set; }
}

/// <summary>Keeps what people type safe between two saves. Scoped.</summary>
public sealed class Autosaves(SiteDbContext db, TimeProvider time)
{
    public Task<Autosave?> FindAsync(string itemId, Actor actor, CancellationToken cancellationToken) =>
        db.Set<Autosave>().AsNoTracking().FirstOrDefaultAsync(row => row.AccountId == actor.AccountId && row.ItemId == itemId, cancellationToken);

    /// <returns>When it was kept, in UTC.</returns>
    public async Task<DateTime> KeepAsync(string itemId, string? baseVersionId, string json, Actor actor, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var kept = await db.Set<Autosave>()
            .Where(row => row.AccountId == actor.AccountId && row.ItemId == itemId)
            .ExecuteUpdateAsync(row => row.SetProperty(set => set.BaseVersionId, baseVersionId).SetProperty(set => set.Json, json).SetProperty(set => set.SavedUtc, now), cancellationToken);
        if (kept == 0)
        {
            db.Add(new Autosave { AccountId = actor.AccountId!.Value, ItemId = itemId, BaseVersionId = baseVersionId, Json = json, SavedUtc = now });
            await db.SaveChangesAsync(cancellationToken);
        }

        return now;
    }

    public Task ForgetAsync(string itemId, Actor actor, CancellationToken cancellationToken) =>
        db.Set<Autosave>().Where(row => row.AccountId == actor.AccountId && row.ItemId == itemId).ExecuteDeleteAsync(cancellationToken);
}
