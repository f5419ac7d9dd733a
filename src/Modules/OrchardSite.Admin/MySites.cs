using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Users.Roles;

namespace OrchardSite.Admin;

/// <summary>The sites whose dashboards a person may go to.</summary>
public sealed class MySites(SiteDbContext db, TenantDirectory tenants, TenantCache<SiteSettings> settings)
{
    private const int MostListed = 30;

    public async Task<IReadOnlyList<MySite>> ForAsync(Actor actor, HttpRequest request, CancellationToken cancellationToken)
    {
        var own = actor.IsHost ? tenants.All : await OfMemberAsync(actor, cancellationToken);
        var sites = new List<MySite>();
        foreach (var tenant in own.Where(tenant => tenant.State == TenantState.Running).OrderBy(tenant => tenant.Id).Take(MostListed))
        {
            var name = (await settings.GetAsync(tenant.Id)).SiteName;
            sites.Add(new MySite(name.Length > 0 ? name : tenant.Name, SiteLinks.To(tenant, request, AdminPaths.Dashboard), tenant.Id == db.TenantId));
        }

        return sites;
    }

    private async Task<IEnumerable<Tenant>> OfMemberAsync(Actor actor, CancellationToken cancellationToken)
    {
        var ids = await db.Set<Membership>().AsNoTracking().Where(row => row.AccountId == actor.AccountId).Select(row => row.TenantId).ToListAsync(cancellationToken);
        return ids.Select(tenants.Find).OfType<Tenant>();
    }
}

/// <param name="Address">Of its dashboard.</param>
public sealed record MySite(string Name, string Address, bool IsThis);
