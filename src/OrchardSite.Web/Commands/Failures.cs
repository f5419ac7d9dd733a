using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Localization;
using Npgsql;
using OrchardSite.Data;
using OrchardSite.Recipes;
using OrchardSite.Search.Indexing;
using OrchardSite.Workflows.Definition;
using SQLitePCL;

namespace OrchardSite.Web.Commands;

/// <summary>Turns what can go wrong on a machine into one sentence that says what to do.</summary>
internal sealed class Failures(IStringLocalizer text, PortalPaths paths)
{
    /// <returns>Null for what nobody has foreseen.</returns>
    public string? Describe(Exception exception) => Chain(exception).Select(DescribeOne).FirstOrDefault(sentence => sentence is not null);

    // The innermost says most: a failure to save wraps what the database said.
    private static IEnumerable<Exception> Chain(Exception exception)
    {
        var chain = new List<Exception>();
        for (var current = exception; current is not null; current = current.InnerException)
        {
            chain.Insert(0, current);
        }

        return chain;
    }

    private string? DescribeOne(Exception exception) => exception switch
    {
        RecipeException or WorkflowException => exception.Message,
        DatabaseNewerException => text["The database was changed by a newer version of the program: start that version, or restore a backup made with this one."],
        SqliteException sqlite => DescribeSqlite(sqlite.SqliteErrorCode),
        PostgresException postgres => text["PostgreSQL refuses: {0} Check the rights of the account in ConnectionStrings:{1}.", Sentence(postgres.MessageText), DatabaseChoice.ConnectionName],
        NpgsqlException => text["PostgreSQL cannot be reached: check that the server runs and that ConnectionStrings:{0} names it.", DatabaseChoice.ConnectionName],
        DatabaseUnusableException { InnerException: ArgumentException } =>
            text["ConnectionStrings:{0} cannot be read: write it like Host=server;Database=name;Username=name;Password=secret.", DatabaseChoice.ConnectionName],
        AddressInUseException => text["The address is in use by another program: stop that one, or choose another address with --urls."],
        SocketException { SocketErrorCode: SocketError.AccessDenied or SocketError.AddressNotAvailable } =>
            text["This account or machine cannot listen at that address: choose another with --urls."],
        IndexDamagedException => text["The search index is damaged: run search rebuild. The sites are not concerned."],
        InvalidDataException => text["A setting cannot be read: {0}", exception.InnerException?.Message ?? exception.Message],
        IOException when File.Exists(paths.Data) => text["{0} is a file: choose a folder with --data.", paths.Data],
        UnauthorizedAccessException or IOException when IsAboutData(exception) =>
            text["The folder {0} cannot be written: give this account the right to write in it, or choose another with --data.", paths.Data],
        _ => null,
    };

    private string? DescribeSqlite(int code) => code switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => text["The database in {0} is locked by another program: close that one and try again.", paths.Data],
        raw.SQLITE_READONLY or raw.SQLITE_CANTOPEN or raw.SQLITE_PERM =>
            text["The folder {0} cannot be written: give this account the right to write in it, or choose another with --data.", paths.Data],
        raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT => text["The database in {0} is damaged: restore it from a backup, or choose another folder with --data.", paths.Data],
        raw.SQLITE_IOERR or raw.SQLITE_FULL => text["The disk with {0} is full or fails: make room, or choose another folder with --data.", paths.Data],
        _ => (string?)null,
    };

    private bool IsAboutData(Exception exception) => exception.Message.Contains(paths.Data, StringComparison.Ordinal);

    private static string Sentence(string message) => message.EndsWith('.') ? message : message + ".";
}
