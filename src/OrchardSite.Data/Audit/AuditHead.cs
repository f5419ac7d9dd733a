namespace OrchardSite.Data;

/// <summary>Where a tenant's chain of audit entries ends: by it those are missed that were removed from the end.</summary>
public sealed class AuditHead : ITenantOwned
{
    public int TenantId { get; set; }

    /// <summary>How many entries are sealed.</summary>
    public long Number { get; set; }

    public string Hash { get; set; } = AuditChain.Beginning;
}
