using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace OrchardSite.Data.PostgreSql;

/// <summary>Says the tenant filter again inside the database, where a forgotten filter or hand-written SQL meets it too.</summary>
public static class RowLevelSecurity
{
    /// <summary>The session setting that holds the number of the tenant a connection works for.</summary>
    public const string Setting = "orchardsite.tenant";

    private const string Policy = "own_tenant";

    /// <summary>Gives every tenant-owned table its policy; taken from the model, so that no table can be left out.</summary>
    /// <param name="onlyWhereMissing">True costs one query when all is well: a start that was killed while migrating may have left tables open.</param>
    public static async Task ApplyAsync(SiteDbContext db, bool onlyWhereMissing, CancellationToken cancellationToken)
    {
        var guarded = onlyWhereMissing ? await GuardedTablesAsync(db, cancellationToken) : [];
        var sql = db.GetService<ISqlGenerationHelper>();
        foreach (var entity in db.Model.GetEntityTypes().Where(entity => typeof(ITenantOwned).IsAssignableFrom(entity.ClrType) && !guarded.Contains(entity.GetTableName()!)))
        {
            var table = sql.DelimitIdentifier(entity.GetTableName()!, entity.GetSchema());
            var tenant = sql.DelimitIdentifier(nameof(ITenantOwned.TenantId));
            var statement = $"""
                ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
                ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
                DROP POLICY IF EXISTS {Policy} ON {table};
                CREATE POLICY {Policy} ON {table}
                    USING ({tenant} = NULLIF(current_setting('{Setting}', true), '')::int)
                    WITH CHECK ({tenant} = NULLIF(current_setting('{Setting}', true), '')::int);
                """;
            await db.Database.ExecuteSqlRawAsync(statement, cancellationToken);
        }
    }

    /// <returns>False for an account whose rows no policy holds back: a superuser, or one that may bypass policies.</returns>
    public static Task<bool> HoldsAsync(SiteDbContext db, CancellationToken cancellationToken) => db.Database
        .SqlQuery<bool>($"""SELECT NOT (rolsuper OR rolbypassrls) AS "Value" FROM pg_roles WHERE rolname = current_user""")
        .SingleAsync(cancellationToken);

    private static Task<HashSet<string>> GuardedTablesAsync(SiteDbContext db, CancellationToken cancellationToken) => db.Database
        .SqlQuery<string>($"""
            SELECT c.relname::text AS "Value" FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
            WHERE p.polname = {Policy} AND c.relnamespace = current_schema()::regnamespace AND c.relrowsecurity AND c.relforcerowsecurity
            """)
        .ToHashSetAsync(cancellationToken);
}
