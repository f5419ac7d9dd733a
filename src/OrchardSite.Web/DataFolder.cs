namespace OrchardSite.Web;

/// <summary>The folder that holds everything the portal writes.</summary>
internal static class DataFolder
{
    private const string Variable = "ORCHARDSITE_DATA";
    private const string Solution = "OrchardSite.sln";
    private const string Name = "data";

    public static string Choose() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } chosen
        ? chosen
        : Path.Combine(Clone() ?? AppContext.BaseDirectory, Name);

    /// <summary>Makes sure that the folder is there and that files in it can be written.</summary>
    /// <exception cref="UnauthorizedAccessException">It cannot be written.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Open(PortalPaths paths)
    {
        Directory.CreateDirectory(paths.Data);
        var probe = Path.Combine(paths.Data, $".{UniqueId.New()}");
        using (File.Create(probe, 1, FileOptions.DeleteOnClose))
        {
        }

        var database = DatabaseChoice.SqliteFile(paths);
        if (File.Exists(database))
        {
            using var handle = File.OpenHandle(database, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        }
    }

    // In a clone the data stay the same whichever configuration was built.
    private static string? Clone()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
