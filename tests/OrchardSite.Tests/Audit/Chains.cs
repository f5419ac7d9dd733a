using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Audit;
using OrchardSite.Data;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;

namespace OrchardSite.Tests.Audit;

internal static class Chains
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Seals what there is, as the background work does.</summary>
    public static Task SealAsync(this PortalApp portal, string tenant) => portal.Services.GetRequiredService<SealAudit>().SealAsync(portal.Site(tenant)!.Id, Token);

    public static Task<AuditVerdict> VerifyAsync(this PortalApp portal, string tenant, Action<AuditEntry>? see = null) =>
        portal.Services.GetRequiredService<VerifyAudit>().RunAsync(portal.Site(tenant)!.Id, see, Token);

    /// <summary>Adds entries that tell of nothing but their number.</summary>
    public static async Task LogAsync(this PortalApp portal, string tenant, int count, DateTime? at = null, string detail = "mục thử")
    {
        await using var db = portal.OpenContext(tenant);
        db.AddRange(Enumerable.Range(1, count).Select(number => new AuditEntry { OccurredUtc = at ?? portal.Clock.GetUtcNow().UtcDateTime, Actor = "Người thử", Operation = "SaveSiteDocument", Detail = $"{detail} {number}" }));
        await db.CommitAsync(Token);
    }

    /// <summary>Changes rows behind the portal's back, as somebody with the database in their hands does.</summary>
    public static async Task TamperAsync(this PortalApp portal, string tenant, params FormattableString[] statements)
    {
        await using var db = portal.OpenContext(tenant);
        foreach (var statement in statements)
        {
            await db.Database.ExecuteSqlAsync(statement, Token);
        }
    }
}
