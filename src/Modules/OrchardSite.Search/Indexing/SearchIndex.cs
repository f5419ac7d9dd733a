using Lucene.Net.Search;
using Microsoft.Extensions.Logging;

namespace OrchardSite.Search.Indexing;

/// <summary>
/// The one index of this node, for all tenants. Everything in it can be read from the database again. One process at a time
/// writes it: the server.
/// </summary>
public sealed partial class SearchIndex(ILogger<SearchIndex> logger) : IDisposable
{
    private readonly Lock _lock = new();
    private volatile IndexGeneration? _serving;
    private TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _reached = -1;

    internal IndexGeneration? Serving => _serving;

    /// <summary>True after a search has met a part that cannot be read.</summary>
    internal bool IsDamaged { get; private set; }

    /// <summary>From now on this one answers.</summary>
    /// <returns>The one that answered before; the caller closes it.</returns>
    internal IndexGeneration? Serve(IndexGeneration? generation)
    {
        var former = _serving;
        _serving = generation;
        IsDamaged = false;
        Reached(generation?.Position ?? -1);
        return former == generation ? null : former;
    }

    /// <summary>Tells those who wait how far the index is.</summary>
    internal void Reached(long position)
    {
        TaskCompletionSource moved;
        lock (_lock)
        {
            _reached = position;
            (moved, _moved) = (_moved, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        moved.SetResult();
    }

    /// <summary>Waits until searches find what was committed up to a position of the change feed.</summary>
    /// <returns>False when it takes longer than the patience.</returns>
    internal async Task<bool> WaitForAsync(long position, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        waiting.CancelAfter(patience);
        while (true)
        {
            Task moved;
            lock (_lock)
            {
                if (_reached >= position)
                {
                    return true;
                }

                moved = _moved.Task;
            }

            try
            {
                await moved.WaitAsync(waiting.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return false;
            }
        }
    }

    /// <returns>Null while the index cannot be searched.</returns>
    internal T? Search<T>(Func<IndexSearcher, T> search)
        where T : class
    {
        while (_serving is { } serving)
        {
            try
            {
                return serving.Search(search);
            }
            catch (ObjectDisposedException) when (_serving != serving)
            {
                // Another one has taken its place between the look and the leap.
            }
            catch (Exception exception) when (exception is IOException or ObjectDisposedException)
            {
                LogDamage(logger, exception);
                IsDamaged = true;
                return null;
            }
        }

        return null;
    }

    public void Dispose() => Serve(null)?.Dispose();

    [LoggerMessage(Level = LogLevel.Error, Message = "A part of the search index cannot be read; it is made anew")]
    private static partial void LogDamage(ILogger logger, Exception exception);
}
