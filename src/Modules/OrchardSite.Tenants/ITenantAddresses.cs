using OrchardSite.Data;

namespace OrchardSite.Tenants;

/// <summary>Knows addresses of a tenant's own pages, which a prefix of another tenant on the same host would hide.</summary>
public interface ITenantAddresses
{
    /// <param name="db">A context of the tenant; not to be kept.</param>
    /// <param name="segment">A first path segment, without slashes.</param>
    /// <returns>True when a page of the tenant has an address that is, or starts with, the segment.</returns>
    Task<bool> ContainAsync(SiteDbContext db, string segment, CancellationToken cancellationToken);
}
