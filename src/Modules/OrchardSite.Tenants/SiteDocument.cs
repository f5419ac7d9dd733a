using OrchardSite.Data;

namespace OrchardSite.Tenants;

/// <summary>A small JSON document of a tenant: its settings, layers, custom settings and the like.</summary>
public sealed class SiteDocument : ITenantOwned
{
    public int TenantId { get; set; }

    public required string Name { get; init; }

    public required string Json { get; set; }

    public int Revision { get; set; }
}
