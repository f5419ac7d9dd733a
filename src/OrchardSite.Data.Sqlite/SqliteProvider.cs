using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;

namespace OrchardSite.Data.Sqlite;

/// <summary>The embedded default: one file in the data folder, in write-ahead mode.</summary>
public sealed class SqliteProvider(string file) : IDatabaseProvider
{
    private readonly string _connectionString = new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 10 }.ToString();

    private readonly WriteTurns _turns = new();

    static SqliteProvider()
    {
        Batteries_V2.Init();
        // SQLite counts the memory it takes under one lock for all connections, and nothing here asks for the count.
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    public void Configure(DbContextOptionsBuilder options)
    {
        options.UseSqlite(_connectionString, sqlite => sqlite
            .MigrationsAssembly(typeof(SqliteProvider).Assembly)
            // A list of values is one parameter: one for each value would be other SQL, made anew, for each length.
            .UseParameterizedCollectionMode(ParameterTranslationMode.Parameter));
        options.AddInterceptors(new ConnectionSetup(), new SingleWrites(_turns));
    }

    public async Task MigrateAsync(SiteDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await MigrationCheck.MigrateAsync(db, cancellationToken);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException || IsUnusable(exception))
        {
            throw new DatabaseUnusableException(exception.Message, exception);
        }
    }

    public ValueTask<IDisposable?> WaitForTurnAsync(CancellationToken cancellationToken) => _turns.WaitAsync(cancellationToken);

    // SQLite has one writer at a time, from the start of the transaction: sequences appear in order.
    public Task SerializeChangesAsync(SiteDbContext db, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task InsertAsync<TEntity>(SiteDbContext db, IReadOnlyCollection<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : class
    {
        var table = RowColumns.Of<TEntity>(db);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var names = table.Columns.Select((column, index) => (column, parameter: "$p" + index)).ToArray();
        command.CommandText =
            $"INSERT INTO {table.Table} ({string.Join(',', names.Select(name => name.column.Name))}) VALUES ({string.Join(',', names.Select(name => name.parameter))})";
        var parameters = names.Select(name => name.column.Mapping.CreateParameter(command, name.parameter, null, nullable: true)).ToArray();
        command.Parameters.AddRange(parameters);
        command.Prepare();

        foreach (var row in rows)
        {
            RowColumns.Claim(db, row);
            for (var index = 0; index < parameters.Length; index++)
            {
                parameters[index].Value = table.Columns[index].Read(row) ?? DBNull.Value;
            }

            // SQLite works in this thread: the asynchronous call would only add cost.
            command.ExecuteNonQuery();
        }

        await Task.CompletedTask;
    }

    private static bool IsUnusable(Exception exception) => exception is SqliteException
    {
        SqliteErrorCode: raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT or raw.SQLITE_IOERR or raw.SQLITE_FULL
    };

    /// <summary>Sets up each pooled connection once.</summary>
    private sealed class ConnectionSetup : DbConnectionInterceptor
    {
        private readonly ConditionalWeakTable<sqlite3, object> _ready = [];

        // A pooled context keeps its connection: opening one anew would register a dozen functions of EF Core each time.
        public override InterceptionResult ConnectionClosing(System.Data.Common.DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
            InterceptionResult.Suppress();

        public override ValueTask<InterceptionResult> ConnectionClosingAsync(System.Data.Common.DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
            ValueTask.FromResult(InterceptionResult.Suppress());

        public override void ConnectionOpened(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData) => SetUp((SqliteConnection)connection);

        public override Task ConnectionOpenedAsync(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            SetUp((SqliteConnection)connection);
            return Task.CompletedTask;
        }

        private void SetUp(SqliteConnection connection)
        {
            if (connection.Handle is { } handle && _ready.TryAdd(handle, this))
            {
                using var command = connection.CreateCommand();
                // NORMAL loses no committed transaction to a crash of the program, and does not wait for the disk at each commit.
                command.CommandText = "PRAGMA synchronous=NORMAL; PRAGMA cache_size=-8192;";
                command.ExecuteNonQuery();
            }
        }
    }
}
