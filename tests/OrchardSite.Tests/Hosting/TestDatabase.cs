using Microsoft.Data.Sqlite;
using Npgsql;

namespace OrchardSite.Tests.Hosting;

/// <summary>A fresh copy of a database in which the sites are set up: one folder, and on PostgreSQL one database, for each test.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private const string ProviderVariable = "ORCHARDSITE_TEST_DATABASE";
    private const string ServerVariable = "ORCHARDSITE_TEST_POSTGRESQL";

    private readonly string? _name;

    private TestDatabase(string folder, string? name) => (Folder, _name) = (folder, name);

    public static bool IsPostgreSql { get; } = string.Equals(Environment.GetEnvironmentVariable(ProviderVariable), "postgresql", StringComparison.OrdinalIgnoreCase);

    public string Folder { get; }

    public IReadOnlyDictionary<string, string?> Settings => _name is null
        ? new Dictionary<string, string?>()
        : new Dictionary<string, string?> { ["ConnectionStrings:Default"] = ConnectionString(_name) };

    public static async Task<TestDatabase> CreateAsync()
    {
        var template = await TemplateDatabase.GetAsync();
        var copy = await CreateEmptyAsync(template._name);
        foreach (var file in Directory.EnumerateFiles(template.Folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.Folder, Path.GetRelativePath(template.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    /// <summary>A place where nothing is yet: an empty folder, and the name of a database that does not exist.</summary>
    /// <param name="template">On PostgreSQL, the database to copy.</param>
    public static async Task<TestDatabase> CreateEmptyAsync(string? template = null)
    {
        var folder = Directory.CreateTempSubdirectory("orchardsite-test-").FullName;
        if (!IsPostgreSql)
        {
            return new TestDatabase(folder, null);
        }

        var name = $"orchardsite_test_{Guid.NewGuid():N}";
        if (template is not null)
        {
            await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
        }

        return new TestDatabase(folder, name);
    }

    /// <summary>Closes the connections kept in this process: a database that is still open can be neither copied nor dropped.</summary>
    public void LetGo()
    {
        if (_name is null)
        {
            SqliteConnection.ClearAllPools();
            return;
        }

        using var connection = new NpgsqlConnection(ConnectionString(_name));
        NpgsqlConnection.ClearPool(connection);
    }

    public async ValueTask DisposeAsync()
    {
        LetGo();
        if (_name is not null)
        {
            // Without force: the server ends its own cleaning of the database by itself, which the tests' account may not do.
            await ExecuteAsync($"DROP DATABASE IF EXISTS {_name}");
        }

        Directory.Delete(Folder, recursive: true);
    }

    private static string ConnectionString(string database) => new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 10 }.ConnectionString;

    private static string Server { get; } = Environment.GetEnvironmentVariable(ServerVariable)
        ?? (IsPostgreSql ? throw new InvalidOperationException($"{ServerVariable} must name the PostgreSQL server of the tests.") : "");

    // The names are made here, so they need no quoting.
    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
