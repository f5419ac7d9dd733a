using Microsoft.Data.Sqlite;

namespace OrchardSite.Benchmarks.Portals;

/// <summary>The data folders of one run, all below a temporary one that is deleted in the end.</summary>
internal sealed class DataFolders : IDisposable
{
    /// <summary>Names a PostgreSQL server to measure on as well.</summary>
    public const string PostgreSqlVariable = "ConnectionStrings__Default";

    private readonly string _root = Directory.CreateTempSubdirectory("orchardsite-benchmarks-").FullName;
    private string? _sample;
    private string? _single;

    /// <summary>Where this run may write.</summary>
    public string FileNamed(string name) => Path.Combine(_root, name);

    /// <summary>A copy of what the first start makes: the department and two partner units.</summary>
    public async Task<string> SampleAsync(string name, CancellationToken cancellationToken) =>
        Copy(_sample ??= await SetUpAsync("sample", int.MaxValue, cancellationToken), name);

    /// <summary>A copy of an installation with the department alone.</summary>
    public async Task<string> SingleAsync(string name, CancellationToken cancellationToken) =>
        Copy(_single ??= await SetUpAsync("single", 1, cancellationToken), name);

    /// <summary>An empty data folder.</summary>
    public string Empty(string name) => Directory.CreateDirectory(FileNamed(name)).FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_root, recursive: true);
    }

    private async Task<string> SetUpAsync(string name, int tenants, CancellationToken cancellationToken)
    {
        var folder = Empty(name);
        await using (var portal = await OpenPortal.OpenAsync(folder, cancellationToken))
        {
            await portal.SetUpFirstAsync(tenants, cancellationToken);
        }

        return folder;
    }

    private string Copy(string folder, string name)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(_root, name, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return FileNamed(name);
    }
}
