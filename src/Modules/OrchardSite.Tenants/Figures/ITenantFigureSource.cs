using OrchardSite.Data;

namespace OrchardSite.Tenants.Figures;

/// <summary>Knows figures of a tenant that a module above keeps.</summary>
public interface ITenantFigureSource
{
    /// <summary>Fills in the figures of the module; called some time after each change of the tenant.</summary>
    /// <param name="db">A context of the tenant; not to be kept.</param>
    Task ReadAsync(SiteDbContext db, TenantFigures figures, CancellationToken cancellationToken);
}
