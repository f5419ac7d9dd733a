using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Web;

namespace OrchardSite.Tests.Hosting;

/// <summary>Every row of every table as text; two readings show what was changed in between, by whatever process.</summary>
public sealed class DatabaseContents
{
    private readonly SortedSet<string> _rows = new(StringComparer.Ordinal);

    public static async Task<DatabaseContents> ReadAsync(TestDatabase database)
    {
        var contents = new DatabaseContents();
        await using var app = PortalHost.Build(new PortalOptions { DataFolder = database.Folder, Settings = database.Settings });
        var contexts = app.Services.GetRequiredService<IDbContextFactory<SiteDbContext>>();
        await using var global = await contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        await contents.AddAsync(global);
        // Row-level security shows each tenant its own rows alone.
        foreach (var id in await global.Set<TenantRecord>().Select(tenant => tenant.Id).ToListAsync(TestContext.Current.CancellationToken))
        {
            await using var own = contexts.CreateForTenant(id);
            await contents.AddAsync(own);
        }

        return contents;
    }

    /// <summary>What came and what went, each row with its table; those of the tables named are left out.</summary>
    public IReadOnlyList<string> DifferencesTo(DatabaseContents later, params string[] exceptTables) =>
    [
        .. _rows.Except(later._rows).Select(row => "- " + row)
            .Concat(later._rows.Except(_rows).Select(row => "+ " + row))
            .Where(row => !exceptTables.Any(table => row.AsSpan(2).StartsWith(table + ":"))),
    ];

    private async Task AddAsync(SiteDbContext db)
    {
        var token = TestContext.Current.CancellationToken;
        await db.Database.OpenConnectionAsync(token);
        foreach (var table in db.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Distinct())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync(token);
            while (await reader.ReadAsync(token))
            {
                _rows.Add($"{table}: {string.Join(" | ", Values(reader))}");
            }
        }
    }

    private static IEnumerable<string> Values(DbDataReader reader)
    {
        for (var column = 0; column < reader.FieldCount; column++)
        {
            yield return reader.GetValue(column) switch
            {
                byte[] bytes => Convert.ToHexString(bytes),
                var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
            };
        }
    }
}
