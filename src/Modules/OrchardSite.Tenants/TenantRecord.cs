using OrchardSite.Data;

namespace OrchardSite.Tenants;

/// <summary>Orchard Core's tenant states.</summary>
public enum TenantState
{
    Uninitialized,
    Running,
    Disabled,
}

[GlobalEntity("It is the list of tenants.")]
public sealed class TenantRecord
{
    public int Id { get; private set; }

    /// <summary>The technical name, unique, never changed.</summary>
    public required string Name { get; init; }

    /// <summary>Host names, separated by spaces; empty: every host.</summary>
    public string Hosts { get; set; } = "";

    /// <summary>First segment of the path; empty: none.</summary>
    public string Prefix { get; set; } = "";

    public TenantState State { get; set; }

    /// <summary>The recipe that set it up.</summary>
    public string Recipe { get; set; } = "";

    public required DateTime CreatedUtc { get; init; }

    public int Revision { get; set; }
}

[GlobalEntity("The host reads which features each tenant has when it starts.")]
public sealed class TenantFeature
{
    public required int TenantId { get; init; }

    public required string FeatureId { get; init; }
}
