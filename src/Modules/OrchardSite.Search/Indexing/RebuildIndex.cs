namespace OrchardSite.Search.Indexing;

/// <summary>Makes the index anew, beside the one that answers, also while a server runs: the server goes over to it within two seconds.</summary>
public sealed class RebuildIndex
{
    private readonly IndexFolders _folders;
    private readonly IndexMaker _maker;

    internal RebuildIndex(IndexFolders folders, IndexMaker maker) => (_folders, _maker) = (folders, maker);

    /// <exception cref="IOException">The disk does not take it.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var folder = _folders.New();
        using (var generation = new IndexGeneration(folder))
        {
            await _maker.FillAsync(generation, unhurried: false, cancellationToken);
        }

        _folders.MakeCurrent(folder);
        _folders.RemoveOthers();
    }
}
