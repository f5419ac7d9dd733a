namespace OrchardSite.Data;

/// <summary>
/// Who did what to which item; written by every operation in its own transaction and never changed or deleted. A moment later
/// it is sealed: it gets its place in the tenant's chain, see <see cref="AuditChain"/>.
/// </summary>
public sealed class AuditEntry : ITenantOwned
{
    public int TenantId { get; set; }

    public string Id { get; init; } = UniqueId.New();

    public required DateTime OccurredUtc { get; init => field = AuditChain.Storable(value); }

    /// <summary>The account's or the program's name.</summary>
    public required string Actor { get; init; }

    public int? AccountId { get; init; }

    /// <summary>Name of the operation, such as <c>PublishContent</c>; see <see cref="AuditedOperation"/>.</summary>
    public required string Operation { get; init; }

    public string? ItemId { get; init; }

    /// <summary>The number of the item's version that was made or published.</summary>
    public int? Version { get; init; }

    /// <summary>What was changed, in words. Never a secret, and nothing personal of readers.</summary>
    public string? Detail { get; init; }

    /// <summary>The place in the tenant's chain, from 1; null until it is sealed.</summary>
    public long? Number { get; private set; }

    public DateTime? SealedUtc { get; private set; }

    /// <summary>See <see cref="AuditChain.HashOf"/>; null until it is sealed.</summary>
    public string? Hash { get; private set; }

    /// <param name="itemId">Of the content that it is about.</param>
    public static AuditEntry Of(Actor actor, string operation, DateTime now, string? itemId = null, string? detail = null, int? version = null) =>
        new() { OccurredUtc = now, Actor = actor.Name, AccountId = actor.AccountId, Operation = operation, ItemId = itemId, Detail = detail, Version = version };

    internal void Seal(AuditHead head, DateTime now)
    {
        (Number, SealedUtc) = (head.Number + 1, AuditChain.Storable(now));
        Hash = AuditChain.HashOf(this, head.Hash);
        (head.Number, head.Hash) = (head.Number + 1, Hash);
    }
}
