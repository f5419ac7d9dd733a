using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Workflows.Notifications;

/// <summary>Follows the change feed from where the last node left off, and tells people what concerns them.</summary>
public sealed partial class KeepNotifications(IServiceProvider services, IDbContextFactory<SiteDbContext> contexts, TenantDirectory tenants, IEnumerable<NotifiedChange> notified, TimeProvider time, ILogger<KeepNotifications> logger)
    : BackgroundService, IChangeConsumer
{
    /// <summary>Of its position in the feed.</summary>
    public const string Name = "notifications";

    private const int Batch = 200;

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    private readonly ChangeKind[] _kinds = [.. notified.Select(change => change.Kind)];

    // Several signals are one. The first is for what happened before the start.
    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public ValueTask ConsumeAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        if (changes.Any(change => _kinds.Contains(change.Kind)))
        {
            _news.Writer.TryWrite(true);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Tells of all that has happened until now.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var position = await PositionAsync(cancellationToken);
        while (await ReadAsync(position, cancellationToken) is { Count: > 0 } news)
        {
            foreach (var change in news)
            {
                if (!await TellAsync(change, position, cancellationToken))
                {
                    // Another node is at it: this one goes on behind it, until all is told.
                    position = await PositionAsync(cancellationToken);
                    break;
                }

                position = change.Sequence;
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _news.Writer.TryWrite(true);
        while (await _news.Reader.ReadAsync(stoppingToken))
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailure(logger, exception);
                await Task.Delay(AfterFailure, time, stoppingToken);
                _news.Writer.TryWrite(true);
            }
        }
    }

    private async Task<bool> TellAsync(Change change, long position, CancellationToken cancellationToken)
    {
        if (tenants.Find(change.TenantId) is not { } tenant)
        {
            // The site is gone with all that was said on it.
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            return await db.Set<FeedPosition>().Where(row => row.Name == Name && row.Sequence == position)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Sequence, change.Sequence), cancellationToken) == 1;
        }

        await using var scope = services.CreateTenantScope(tenant.Identity);
        return await scope.ServiceProvider.GetRequiredService<NotifyAbout>().RunAsync(change, position, cancellationToken);
    }

    private async Task<List<Change>> ReadAsync(long position, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Changes.AsNoTracking().Where(change => change.Sequence > position && _kinds.Contains(change.Kind))
            .OrderBy(change => change.Sequence).Take(Batch).ToListAsync(cancellationToken);
    }

    private async Task<long> PositionAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<FeedPosition>().Where(row => row.Name == Name).Select(row => row.Sequence).FirstAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "People could not be notified; trying again")]
    private static partial void LogFailure(ILogger logger, Exception exception);
}
