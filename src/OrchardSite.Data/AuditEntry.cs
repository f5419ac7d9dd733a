namespace OrchardSite.Data;

/// <summary>Who did what to which item; written by every operation in its own transaction.</summary>
public sealed class AuditEntry : ITenantOwned
{
    public int TenantId { get; set; }

    public string Id { get; init; } = UniqueId.New();

    public required DateTime OccurredUtc { get; init; }

    /// <summary>The account's or the program's name.</summary>
    public required string Actor { get; init; }

    public int? AccountId { get; init; }

    /// <summary>Name of the operation, such as <c>PublishContent</c>.</summary>
    public required string Operation { get; init; }

    public string? ItemId { get; init; }

    public string? Detail { get; init; }
}
