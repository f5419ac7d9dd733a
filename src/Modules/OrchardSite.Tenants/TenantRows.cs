using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OrchardSite.Data;

namespace OrchardSite.Tenants;

/// <summary>Every row of a tenant in every table; the tables are taken from the model, so that none can be forgotten.</summary>
internal static class TenantRows
{
    private static readonly MethodInfo DeleteMethod = typeof(TenantRows).GetMethod(nameof(DeleteAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <param name="db">A context of the tenant: the tenant filter, and row-level security in the database, let it delete no other's rows.</param>
    public static async Task DeleteAllAsync(SiteDbContext db, CancellationToken cancellationToken)
    {
        foreach (var entity in InDeletionOrder(db.Model.GetEntityTypes().Where(BelongsToTenants)))
        {
            await (Task)DeleteMethod.MakeGenericMethod(entity.ClrType).Invoke(null, [db, cancellationToken])!;
        }
    }

    // Entities of the whole installation may speak of a tenant too, such as its features. The change feed stays: it tells of the removal.
    private static bool BelongsToTenants(IEntityType entity) =>
        entity.ClrType != typeof(Change) && !entity.IsOwned() && entity.FindProperty(nameof(ITenantOwned.TenantId)) is not null;

    // What refers to a row goes before the row.
    private static List<IEntityType> InDeletionOrder(IEnumerable<IEntityType> entities)
    {
        var ordered = new List<IEntityType>();
        var visited = new HashSet<IEntityType>();
        foreach (var entity in entities)
        {
            Visit(entity);
        }

        return ordered;

        void Visit(IEntityType entity)
        {
            if (visited.Add(entity))
            {
                foreach (var reference in entity.GetReferencingForeignKeys().Where(key => BelongsToTenants(key.DeclaringEntityType)))
                {
                    Visit(reference.DeclaringEntityType);
                }

                ordered.Add(entity);
            }
        }
    }

    private static Task<int> DeleteAsync<TEntity>(SiteDbContext db, CancellationToken cancellationToken)
        where TEntity : class => db.Set<TEntity>()
            .Where(row => EF.Property<int>(row, nameof(ITenantOwned.TenantId)) == db.TenantId)
            .ExecuteDeleteAsync(cancellationToken);
}
