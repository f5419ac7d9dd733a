using OrchardSite.Data;

namespace OrchardSite.Tenants.Figures;

/// <summary>How large a tenant is, as of a moment ago: what a list of a thousand shows without asking each.</summary>
[GlobalEntity("The list of sites shows those of all.")]
public sealed class TenantFigures
{
    public required int TenantId { get; init; }

    /// <summary>As in its settings; empty where they name none.</summary>
    public string SiteName { get; set; } = "";

    /// <summary>Content items, without those in the bin.</summary>
    public int Items { get; set; }

    /// <summary>Bytes of all files of the library.</summary>
    public long MediaBytes { get; set; }

    /// <summary>When an item was last saved, published or taken down; null: never.</summary>
    public DateTime? LastEditUtc { get; set; }
}

/// <summary>How many requests a tenant has answered on one day, files and its dashboard among them.</summary>
[GlobalEntity("The list of sites sums those of all.")]
public sealed class RequestCount
{
    public required int TenantId { get; init; }

    /// <summary>In the time zone of the first tenant.</summary>
    public required DateOnly Day { get; init; }

    public long Times { get; set; }
}
