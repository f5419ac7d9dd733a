using Microsoft.EntityFrameworkCore;
using OrchardSite.Audit;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Text;

namespace OrchardSite.Directives.Delivery;

/// <summary>What the audit chains of the issuer and of its units say of one directive. Scoped: works for the issuer's site.</summary>
public sealed class DeliveryProof(SiteDbContext db, TenantDirectory tenants, AuditLog log, AuditTable table)
{
    /// <returns>Null where the current site has sent no such directive.</returns>
    public async Task<AuditFile?> OfAsync(string itemId, CancellationToken cancellationToken)
    {
        var rows = await db.Set<DirectiveDelivery>().AsNoTracking().Where(row => row.TenantId == db.TenantId && row.ItemId == itemId)
            .OrderBy(row => row.UnitName).Select(row => new { row.Number, row.Site }).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return null;
        }

        var issuer = tenants.Find(db.TenantId)!;
        var units = rows.Select(row => row.Site).OfType<string>().Distinct().Select(tenants.Find).OfType<Tenant>().Where(unit => unit.Id != issuer.Id);
        return new AuditFile($"chung-cu-{VietnameseText.Slugify(rows[0].Number)}.csv", table, [issuer, .. units], EntriesOf);

        // Of a unit's log nothing but what it has done with the directive is the issuer's business.
        IAsyncEnumerable<AuditEntry> EntriesOf(Tenant site) => log.AllAsync(site, new AuditFilter(Item: itemId))
            .Where(entry => site.Id == issuer.Id || entry.Operation == nameof(PassOnDelivery) || entry.Operation.StartsWith(nameof(MoveDelivery) + ".", StringComparison.Ordinal));
    }
}
