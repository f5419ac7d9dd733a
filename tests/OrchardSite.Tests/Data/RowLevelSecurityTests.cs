using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;
using OrchardSite.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;
using OrchardSite.Web;

namespace OrchardSite.Tests.Data;

/// <summary>Goes around EF, straight to PostgreSQL with the portal's own account: what a forgotten filter or hand-written SQL would do.</summary>
public sealed class RowLevelSecurityTests
{
    private const string RowSecurityViolation = "42501";

    [Fact]
    public async Task A_connection_of_one_tenant_sees_changes_and_deletes_nothing_of_another_in_any_table()
    {
        await using var portal = await StartAsync();
        await using var connection = await OpenAsync(portal, PortalApp.LangSon);
        foreach (var table in OwnedTables(portal))
        {
            var foreign = $"""FROM "{table.GetTableName()}" WHERE "TenantId" <> {portal.Site(PortalApp.LangSon)!.Id}""";
            (await CountAsync(connection, $"SELECT count(*) {foreign}")).ShouldBe(0, table.Name);
            (await ExecuteAsync(connection, $"DELETE {foreign}")).ShouldBe(0, table.Name);
            (await ExecuteAsync(connection, $"""UPDATE "{table.GetTableName()}" SET "TenantId" = "TenantId" WHERE "TenantId" = {portal.Site(PortalApp.Department)!.Id}""")).ShouldBe(0, table.Name);
        }

        (await RowCounts.ReadAsync(portal, portal.Site(PortalApp.Department)!.Id)).Sum(count => count.Rows).ShouldBeGreaterThan(500);
    }

    [Fact]
    public async Task A_connection_of_one_tenant_can_make_no_row_another_tenants_in_any_table()
    {
        await using var portal = await StartAsync();
        await using var connection = await OpenAsync(portal, PortalApp.LangSon);
        var other = portal.Site(PortalApp.VinhLong)!.Id;
        var before = await RowCounts.ReadAsync(portal);
        var tried = 0;
        foreach (var table in OwnedTables(portal))
        {
            var name = table.GetTableName();
            if (await CountAsync(connection, $"""SELECT count(*) FROM "{name}" """) == 0)
            {
                continue;
            }

            var columns = string.Join(',', table.GetProperties().Where(property => property.Name != nameof(ITenantOwned.TenantId)).Select(property => $"\"{property.GetColumnName()}\""));
            await ShouldViolateAsync(connection, $"""INSERT INTO "{name}" ("TenantId",{columns}) SELECT {other},{columns} FROM "{name}" LIMIT 1""");
            await ShouldViolateAsync(connection, $"""UPDATE "{name}" SET "TenantId" = {other}""");
            tried++;
        }

        tried.ShouldBeGreaterThanOrEqualTo(9);
        (await RowCounts.ReadAsync(portal)).ShouldBe(before);
    }

    [Fact]
    public async Task A_connection_without_a_tenant_sees_no_row_of_any()
    {
        await using var portal = await StartAsync();
        await using var connection = await OpenAsync(portal, tenant: null);
        foreach (var table in OwnedTables(portal))
        {
            (await CountAsync(connection, $"""SELECT count(*) FROM "{table.GetTableName()}" """)).ShouldBe(0, table.Name);
        }
    }

    [Fact]
    public async Task The_portals_account_cannot_step_around_the_policies()
    {
        await using var portal = await StartAsync();
        await using var connection = await OpenAsync(portal, tenant: null);

        (await CountAsync(connection, "SELECT count(*) FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolbypassrls)")).ShouldBe(0);
        (await GuardedAsync(connection)).ShouldBe(OwnedTables(portal).Count());
    }

    [Fact]
    public async Task A_table_that_was_left_open_is_guarded_again_at_the_next_start()
    {
        await using var portal = await StartAsync();
        await using var connection = await OpenAsync(portal, tenant: null);
        await ExecuteAsync(connection, """DROP POLICY own_tenant ON "SiteDocuments"; ALTER TABLE "AuditEntries" NO FORCE ROW LEVEL SECURITY""");
        var all = OwnedTables(portal).Count();
        (await GuardedAsync(connection)).ShouldBe(all - 2);

        await PortalHost.OpenDatabaseAsync(portal.Services, TestContext.Current.CancellationToken);

        (await GuardedAsync(connection)).ShouldBe(all);
    }

    private static Task<PortalApp> StartAsync()
    {
        Assert.SkipUnless(TestDatabase.IsPostgreSql, "SQLite has no row-level security.");
        return PortalApp.StartAsync();
    }

    private static async Task<NpgsqlConnection> OpenAsync(PortalApp portal, string? tenant)
    {
        var settings = new NpgsqlConnectionStringBuilder(portal.DatabaseSettings["ConnectionStrings:Default"]) { Pooling = false };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        if (tenant is not null)
        {
            await ExecuteAsync(connection, $"SELECT set_config('orchardsite.tenant', '{portal.Site(tenant)!.Id}', false)");
        }

        return connection;
    }

    private static IEnumerable<IEntityType> OwnedTables(PortalApp portal)
    {
        using var db = portal.OpenContext();
        return [.. db.Model.GetEntityTypes().Where(entity => entity.ClrType.IsAssignableTo(typeof(ITenantOwned)))];
    }

    private static Task<long> GuardedAsync(NpgsqlConnection connection) => CountAsync(connection, """
        SELECT count(*) FROM pg_policies p JOIN pg_class c ON c.oid = format('%I.%I', p.schemaname, p.tablename)::regclass
        WHERE c.relrowsecurity AND c.relforcerowsecurity AND p.cmd = 'ALL' AND p.qual = p.with_check
        """);

    private static async Task ShouldViolateAsync(NpgsqlConnection connection, string sql) =>
        (await Should.ThrowAsync<PostgresException>(() => ExecuteAsync(connection, sql), sql)).SqlState.ShouldBe(RowSecurityViolation);

    private static async Task<long> CountAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
