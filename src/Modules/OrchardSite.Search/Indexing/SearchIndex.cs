using Lucene.Net.Search;
using Microsoft.Extensions.Logging;

namespace OrchardSite.Search.Indexing;

/// <summary>
/// The one index of this node, for all tenants. Everything in it can be read from the database again. One process at a time
/// writes it: the server.
/// </summary>
public sealed partial class SearchIndex(TimeProvider time, ILogger<SearchIndex> logger) : IDisposable
{
    // What fails again right after it was made anew is no matter of the disk.
    private static readonly TimeSpan BetweenDamages = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private volatile IndexGeneration? _serving;
    private TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _reached = -1;
    private long? _lastDamage;

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
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // Damaged bytes show in whatever way they break what reads them.
                Damaged(exception);
                return null;
            }
        }

        return null;
    }

    public void Dispose() => Serve(null)?.Dispose();

    private void Damaged(Exception exception)
    {
        LogDamage(logger, exception);
        lock (_lock)
        {
            if (_lastDamage is not { } last || time.GetElapsedTime(last) > BetweenDamages)
            {
                (_lastDamage, IsDamaged) = (time.GetTimestamp(), true);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A search failed, as on a damaged index")]
    private static partial void LogDamage(ILogger logger, Exception exception);
}
