using System.Collections.Concurrent;
using System.Threading.Channels;
using Lucene.Net.Index;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrchardSite.Data;
using OrchardSite.Search.Querying;

namespace OrchardSite.Search.Indexing;

/// <summary>
/// Keeps the index as the change feed says, a moment after each commit. It begins where the index was written last. Where
/// there is none, or an outdated one, another is made beside it, and takes its place when it is whole. What fails leaves the
/// sites as they are, without their search.
/// </summary>
internal sealed partial class IndexUpkeep(SearchIndex index, IndexFolders folders, IndexMaker maker, TimeProvider time, ILogger<IndexUpkeep> logger) : BackgroundService, IChangeConsumer
{
    // So long nothing else happens before what was written is made safe on the disk.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);

    // What never is quiet is made safe all the same.
    private static readonly TimeSpan LongestUnsafe = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    private readonly Channel<IReadOnlyList<Change>> _waiting = Channel.CreateUnbounded<IReadOnlyList<Change>>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentQueue<SearchHit> _again = new();
    private bool _isStarted;

    /// <summary>Has an item indexed again of which more is known than before.</summary>
    public void Again(SearchHit item)
    {
        _again.Enqueue(item);
        _waiting.Writer.TryWrite([]);
    }

    public ValueTask ConsumeAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        // A command's process follows the feed, but leaves the index to the server.
        if (_isStarted)
        {
            _waiting.Writer.TryWrite(changes);
        }

        return ValueTask.CompletedTask;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _isStarted = true;
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailure(logger, exception);
                Close();
                await Task.Delay(RetryAfter, stoppingToken);
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        _isStarted = false;
        Close();
    }

    private void Close() => index.Serve(null)?.Dispose();

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<IndexGeneration>? making = null;
        try
        {
            if (!await OpenCurrentAsync(ending.Token) || IndexFolders.IsOutdated(index.Serving!.Folder))
            {
                making = MakeAsync(ending.Token);
            }

            for (var (hasUnsafe, unsafeSince) = (false, time.GetTimestamp()); ;)
            {
                var isQuiet = !await IsSomethingSoonAsync(ending.Token);
                if (making is { IsCompleted: true })
                {
                    await TakeOverAsync(await making, ending.Token);
                    making = null;
                }

                if (index.IsDamaged)
                {
                    Close();
                    making ??= MakeAsync(ending.Token);
                }
                else if (index.Serving is { } serving && folders.Current() is { } named && named != serving.Folder)
                {
                    // A verb has made another one.
                    await OpenCurrentAsync(ending.Token);
                }

                var hasMore = await ApplyWaitingAsync(ending.Token);
                if (hasMore && !hasUnsafe)
                {
                    (hasUnsafe, unsafeSince) = (true, time.GetTimestamp());
                }

                if (hasUnsafe && (isQuiet || time.GetElapsedTime(unsafeSince) > LongestUnsafe))
                {
                    index.Serving?.Commit();
                    hasUnsafe = false;
                }
            }
        }
        finally
        {
            await ending.CancelAsync();
            if (making is not null)
            {
                await DiscardAsync(making);
            }
        }
    }

    /// <returns>False where there is none that can answer.</returns>
    private async Task<bool> OpenCurrentAsync(CancellationToken cancellationToken)
    {
        if (folders.Current() is not { } folder || OpenFolder(folder) is not { } generation)
        {
            return false;
        }

        await TakeOverAsync(generation, cancellationToken);
        return true;
    }

    private IndexGeneration? OpenFolder(string folder)
    {
        IndexGeneration generation;
        try
        {
            generation = new IndexGeneration(folder);
        }
        catch (Exception exception) when (exception is CorruptIndexException or IndexFormatTooOldException or IndexFormatTooNewException or EndOfStreamException or FileNotFoundException)
        {
            LogDamage(logger, folder, exception);
            return null;
        }

        if (generation.Position is not null)
        {
            return generation;
        }

        generation.Dispose();
        return null;
    }

    private async Task<IndexGeneration> MakeAsync(CancellationToken cancellationToken)
    {
        // Off the loop that follows the feed: meanwhile the old index goes on.
        await Task.Yield();
        var generation = new IndexGeneration(folders.New());
        try
        {
            await maker.FillAsync(generation, unhurried: true, cancellationToken);
            return generation;
        }
        catch
        {
            generation.Dispose();
            throw;
        }
        finally
        {
            // Wakes the loop, so that it takes over at once.
            _waiting.Writer.TryWrite([]);
        }
    }

    private async Task TakeOverAsync(IndexGeneration generation, CancellationToken cancellationToken)
    {
        try
        {
            await maker.CatchUpAsync(generation, cancellationToken);
            generation.Commit();
            folders.MakeCurrent(generation.Folder);
        }
        catch
        {
            generation.Dispose();
            throw;
        }

        index.Serve(generation)?.Dispose();
        folders.RemoveOthers();
    }

    private static async Task DiscardAsync(Task<IndexGeneration> making)
    {
        try
        {
            (await making).Dispose();
        }
        catch (Exception)
        {
            // It ended with the service, or with the failure that is already being told.
        }
    }

    private async Task<bool> IsSomethingSoonAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Quiet);
        try
        {
            return await _waiting.Reader.WaitToReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <returns>True when there was something.</returns>
    private async Task<bool> ApplyWaitingAsync(CancellationToken cancellationToken)
    {
        var serving = index.Serving;
        var changes = new List<Change>();
        while (_waiting.Reader.TryRead(out var some))
        {
            changes.AddRange(some.Where(change => serving is not null && change.Sequence > serving.Position));
        }

        var again = new List<SearchHit>();
        while (_again.TryDequeue(out var item))
        {
            again.Add(item);
        }

        // While there is none, the one that is being made will read them from the feed.
        if (serving is null || changes.Count + again.Count == 0)
        {
            return false;
        }

        await maker.ApplyAsync(serving, changes, cancellationToken);
        foreach (var tenant in again.GroupBy(item => item.TenantId))
        {
            await maker.UpdateAsync(serving, tenant.Key, [.. tenant.Select(item => item.ItemId).Distinct()], cancellationToken);
        }

        serving.Refresh();
        index.Reached(serving.Position!.Value);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The search index could not be kept; the sites go on without it, and it is tried again")]
    private static partial void LogFailure(ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The search index in {Folder} is damaged; another is made")]
    private static partial void LogDamage(ILogger logger, string folder, Exception exception);
}
