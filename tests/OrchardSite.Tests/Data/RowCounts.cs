using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Data;

/// <param name="Tenant">0 for tables of the whole installation.</param>
public sealed record RowCount(int Tenant, string Table, int Rows);

/// <summary>How many rows each tenant has in each table; the tables come from the model, so that none can be forgotten.</summary>
internal static class RowCounts
{
    public const string OfRequests = "RequestCounts";

    private static readonly MethodInfo OfTenantMethod = typeof(RowCounts).GetMethod(nameof(CountOfTenantAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo AllMethod = typeof(RowCounts).GetMethod(nameof(CountAllAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The entities whose rows speak of one tenant, owned by it or not.</summary>
    public static IEnumerable<IEntityType> OfTenants(IModel model) => model.GetEntityTypes().Where(entity => entity.FindProperty(nameof(ITenantOwned.TenantId)) is not null);

    /// <summary>Of all tenants, without what is counted of each request whatever it does.</summary>
    public static async Task<IReadOnlyList<RowCount>> ReadAsync(PortalApp portal)
    {
        var counts = new List<RowCount>(await ReadAsync(portal, 0));
        foreach (var tenant in portal.Services.GetRequiredService<TenantDirectory>().All.OrderBy(tenant => tenant.Id))
        {
            counts.AddRange(await ReadAsync(portal, tenant.Id));
        }

        return [.. counts.Where(count => count.Table != OfRequests)];
    }

    /// <param name="tenantId">0: what belongs to no tenant.</param>
    public static async Task<IReadOnlyList<RowCount>> ReadAsync(PortalApp portal, int tenantId)
    {
        await using var db = portal.Services.GetRequiredService<IDbContextFactory<SiteDbContext>>().CreateForTenant(tenantId);
        var ofTenants = OfTenants(db.Model).ToHashSet();
        var entities = tenantId == 0 ? db.Model.GetEntityTypes().Except(ofTenants) : ofTenants;
        var counts = new List<RowCount>();
        foreach (var entity in entities.OrderBy(entity => entity.GetTableName(), StringComparer.Ordinal))
        {
            var method = tenantId == 0 ? AllMethod : OfTenantMethod;
            counts.Add(new RowCount(tenantId, entity.GetTableName()!, await (Task<int>)method.MakeGenericMethod(entity.ClrType).Invoke(null, [db])!));
        }

        return counts;
    }

    private static Task<int> CountAllAsync<TEntity>(SiteDbContext db)
        where TEntity : class => db.Set<TEntity>().CountAsync();

    private static Task<int> CountOfTenantAsync<TEntity>(SiteDbContext db)
        where TEntity : class => db.Set<TEntity>().CountAsync(row => EF.Property<int>(row, nameof(ITenantOwned.TenantId)) == db.TenantId);
}
