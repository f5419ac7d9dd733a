using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace OrchardSite.Data.PostgreSql;

/// <summary>For a department that has outgrown one machine: the same model on PostgreSQL, with row-level security.</summary>
public sealed partial class PostgreSqlProvider(string connectionString) : IDatabaseProvider
{
    // Any fixed number: the lock that makes writers to the change feed commit one after the other.
    private const long ChangeFeedLock = 7_203_110_001;

    private const string IncomingRows = "pg_temp.incoming_rows";

    public void Configure(DbContextOptionsBuilder options)
    {
        options.UseNpgsql(connectionString, npgsql => npgsql.MigrationsAssembly(typeof(PostgreSqlProvider).Assembly));
        options.AddInterceptors(new TenantOfConnection());
    }

    public async Task MigrateAsync(SiteDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            var isChanged = await MigrationCheck.MigrateAsync(db, cancellationToken);
            await RowLevelSecurity.ApplyAsync(db, onlyWhereMissing: !isChanged, cancellationToken);
            if (!await RowLevelSecurity.HoldsAsync(db, cancellationToken))
            {
                LogUnguarded(db.GetService<ILoggerFactory>().CreateLogger<PostgreSqlProvider>());
            }
        }
        catch (NpgsqlException exception)
        {
            throw new DatabaseUnusableException(exception.Message, exception);
        }
    }

    // Who waits for the lock below gets it in the order of asking, across all nodes.
    public ValueTask<IDisposable?> WaitForTurnAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IDisposable?>(null);

    public Task SerializeChangesAsync(SiteDbContext db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({ChangeFeedLock})", cancellationToken);

    public async Task InsertAsync<TEntity>(SiteDbContext db, IReadOnlyCollection<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        // COPY takes no table under row-level security, so the rows come through one that the transaction drops.
        var table = RowColumns.Of<TEntity>(db);
        var columns = string.Join(',', table.Columns.Select(column => column.Name));
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await ExecuteAsync(connection, $"CREATE TEMP TABLE {IncomingRows} ON COMMIT DROP AS SELECT {columns} FROM {table.Table} WITH NO DATA", cancellationToken);
        await CopyAsync(db, connection, table, columns, rows, cancellationToken);
        await ExecuteAsync(connection, $"INSERT INTO {table.Table} ({columns}) SELECT {columns} FROM {IncomingRows}; DROP TABLE {IncomingRows}", cancellationToken);
    }

    private static async Task CopyAsync<TEntity>(
        SiteDbContext db, NpgsqlConnection connection, RowColumns table, string columns, IReadOnlyCollection<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : class
    {
        await using var writer = await connection.BeginBinaryImportAsync($"COPY {IncomingRows} ({columns}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var row in rows)
        {
            RowColumns.Claim(db, row);
            await writer.StartRowAsync(cancellationToken);
            foreach (var column in table.Columns)
            {
                if (column.Read(row) is { } value)
                {
                    await writer.WriteAsync(value, column.Mapping.StoreType, cancellationToken);
                }
                else
                {
                    await writer.WriteNullAsync(cancellationToken);
                }
            }
        }

        await writer.CompleteAsync(cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The account of the database is a superuser or may bypass row-level security: only the portal itself keeps the sites apart. Use an account that may not.")]
    private static partial void LogUnguarded(ILogger logger);

    /// <summary>Tells each connection which tenant it works for; row-level security compares rows with it.</summary>
    private sealed class TenantOfConnection : DbConnectionInterceptor
    {
        public override void ConnectionOpened(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = Command(connection, eventData);
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = Command(connection, eventData);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        private static NpgsqlCommand Command(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData)
        {
            var tenantId = eventData.Context is SiteDbContext db ? db.TenantId : 0;
            return new NpgsqlCommand($"SELECT set_config('{RowLevelSecurity.Setting}', $1, false)", (NpgsqlConnection)connection)
            {
                Parameters = { new NpgsqlParameter<string> { TypedValue = tenantId.ToString(System.Globalization.CultureInfo.InvariantCulture) } },
            };
        }
    }
}
