using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Store;
using OrchardSite.Search.Analysis;
using Directory = System.IO.Directory;

namespace OrchardSite.Search.Indexing;

/// <summary>
/// Where indexes are: <c>search/</c> of the data folder has one for each time the index was made, named after the version of
/// the analysis, and the file <c>current</c> names the one that answers.
/// </summary>
internal sealed class IndexFolders(PortalPaths paths)
{
    private const string CurrentFile = "current";

    // Older ones lack fields that every search asks for.
    private const int OldestThatAnswers = 2;

    private readonly string _root = Path.Combine(paths.Data, "search");

    /// <summary>The folder that answers; null where there is none yet.</summary>
    public string? Current()
    {
        var file = Path.Combine(_root, CurrentFile);
        var name = File.Exists(file) ? File.ReadAllText(file).Trim() : "";
        return VersionOf(name) >= OldestThatAnswers && Directory.Exists(Path.Combine(_root, name)) ? Path.Combine(_root, name) : null;
    }

    /// <summary>True when an index was made by an analysis that reads text in another way.</summary>
    public static bool IsOutdated(string folder) => VersionOf(Path.GetFileName(folder)) != VietnameseAnalyzer.Version;

    /// <summary>The name of a folder for an index that is to be made.</summary>
    public string New() => Path.Combine(_root, string.Create(CultureInfo.InvariantCulture, $"v{VietnameseAnalyzer.Version}-{Guid.CreateVersion7():N}"));

    /// <summary>From now on this one answers, also to a server that runs in another process.</summary>
    public void MakeCurrent(string folder)
    {
        Directory.CreateDirectory(_root);
        var file = Path.Combine(_root, CurrentFile);
        File.WriteAllText(file + ".new", Path.GetFileName(folder) + "\n");
        File.Move(file + ".new", file, overwrite: true);
    }

    /// <summary>Removes the indexes that neither answer nor are being written.</summary>
    public void RemoveOthers()
    {
        var current = Current();
        foreach (var folder in Directory.Exists(_root) ? Directory.GetDirectories(_root, "v*") : [])
        {
            if (folder != current && !IsBeingWritten(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static bool IsBeingWritten(string folder)
    {
        using var directory = FSDirectory.Open(folder);
        return IndexWriter.IsLocked(directory);
    }

    private static int VersionOf(string name) =>
        name.StartsWith('v') && name.IndexOf('-', StringComparison.Ordinal) is > 1 and var end
        && int.TryParse(name.AsSpan(1, end - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : 0;
}
