using Microsoft.Extensions.Configuration;
using Npgsql;
using OrchardSite.Data;
using OrchardSite.Data.PostgreSql;
using OrchardSite.Data.Sqlite;

namespace OrchardSite.Web;

/// <summary>PostgreSQL where there is a connection string, else the embedded SQLite.</summary>
internal static class DatabaseChoice
{
    public const string ConnectionName = "Default";

    /// <exception cref="DatabaseUnusableException">The connection string cannot be read.</exception>
    public static IDatabaseProvider From(IConfiguration configuration, PortalPaths paths)
    {
        if (configuration.GetConnectionString(ConnectionName) is not { Length: > 0 } connection)
        {
            return new SqliteProvider(SqliteFile(paths));
        }

        try
        {
            return new PostgreSqlProvider(new NpgsqlConnectionStringBuilder(connection).ConnectionString);
        }
        catch (ArgumentException exception)
        {
            throw new DatabaseUnusableException(exception.Message, exception);
        }
    }

    public static string SqliteFile(PortalPaths paths) => Path.Combine(paths.Data, "orchardsite.db");
}
