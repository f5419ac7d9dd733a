using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Search.Indexing;

/// <summary>
/// Keeps the index as the change feed says, a moment after each commit. It begins where the index was written last, and makes
/// it anew where there is none. What fails leaves the sites as they are, without their search.
/// </summary>
internal sealed partial class IndexUpkeep(SearchIndex index, IndexedContent content, IDbContextFactory<SiteDbContext> contexts, ILogger<IndexUpkeep> logger) : BackgroundService, IChangeConsumer
{
    // So long nothing else happens before what was written is made safe on the disk.
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);

    private const int AddedAtOnce = 500;

    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(10);

    private readonly Channel<IReadOnlyList<Change>> _waiting = Channel.CreateUnbounded<IReadOnlyList<Change>>(new UnboundedChannelOptions { SingleReader = true });
    private bool _isStarted;

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
                index.Close();
                await Task.Delay(RetryAfter, stoppingToken);
            }
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        _isStarted = false;
        index.Close();
    }

    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        var position = index.Open() is { } reached ? await CatchUpAsync(reached, cancellationToken) : await RebuildAsync(cancellationToken);
        index.Refresh();
        index.Commit(position);
        while (await _waiting.Reader.WaitToReadAsync(cancellationToken))
        {
            position = await ApplyWaitingAsync(position, cancellationToken);
            if (!await IsMoreSoonAsync(cancellationToken))
            {
                index.Commit(position);
            }
        }
    }

    private async Task<bool> IsMoreSoonAsync(CancellationToken cancellationToken)
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

    private async Task<long> ApplyWaitingAsync(long position, CancellationToken cancellationToken)
    {
        var changes = new List<Change>();
        while (_waiting.Reader.TryRead(out var some))
        {
            changes.AddRange(some.Where(change => change.Sequence > position));
        }

        await ApplyAsync(changes, cancellationToken);
        index.Refresh();
        return changes.Count == 0 ? position : changes[^1].Sequence;
    }

    private async Task<long> CatchUpAsync(long position, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var missed = await db.Changes.AsNoTracking().Where(change => change.Sequence > position).OrderBy(change => change.Sequence).ToListAsync(cancellationToken);
        await ApplyAsync(missed, cancellationToken);
        return missed.Count == 0 ? position : missed[^1].Sequence;
    }

    private async Task<long> RebuildAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // First the position: what is committed meanwhile comes again through the feed.
        var position = await db.Changes.MaxAsync(change => (long?)change.Sequence, cancellationToken) ?? 0;
        index.Clear();
        foreach (var tenantId in await db.Set<TenantRecord>().Select(tenant => tenant.Id).ToListAsync(cancellationToken))
        {
            await AddAllAsync(tenantId, unhurried: true, cancellationToken);
        }

        return position;
    }

    private async Task ApplyAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        foreach (var tenant in changes.GroupBy(change => change.TenantId))
        {
            var published = tenant.Where(change => change.Kind == ChangeKind.ContentPublished).ToArray();
            if (published.Any(change => change.ItemId is null) || tenant.Any(change => change.Kind == ChangeKind.TenantChanged))
            {
                // A removed tenant has nothing to be added again.
                index.Delete(SearchFields.Tenant, tenant.Key.ToString(null, null));
                await AddAllAsync(tenant.Key, unhurried: false, cancellationToken);
            }
            else if (published.Length > 0)
            {
                await UpdateAsync(tenant.Key, published.Select(change => change.ItemId!).Distinct().ToArray(), cancellationToken);
            }
        }
    }

    /// <param name="unhurried">True: half of the time is left to those who read the sites.</param>
    private async Task AddAllAsync(int tenantId, bool unhurried, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var added = 0;
        await foreach (var document in content.ReadAllAsync(tenantId, cancellationToken))
        {
            index.Add(document);
            if (unhurried && ++added % AddedAtOnce == 0)
            {
                await Task.Delay(watch.Elapsed, cancellationToken);
                watch.Restart();
            }
        }
    }

    private async Task UpdateAsync(int tenantId, string[] ids, CancellationToken cancellationToken)
    {
        var found = (await content.ReadAsync(tenantId, ids, cancellationToken)).ToDictionary(document => document.Get(SearchFields.Item), StringComparer.Ordinal);
        foreach (var id in ids)
        {
            var key = IndexedContent.KeyOf(tenantId, id);
            if (found.TryGetValue(id, out var document))
            {
                index.Update(key, document);
            }
            else
            {
                index.Delete(SearchFields.Key, key);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The search index could not be kept; the sites go on without it, and it is tried again")]
    private static partial void LogFailure(ILogger logger, Exception exception);
}
