using Microsoft.Extensions.Hosting;

namespace OrchardSite.Data;

/// <summary>Notices the changes that other processes commit: other nodes, and the portal's own commands.</summary>
internal sealed class ChangeFeedPoll(ChangeFeed feed, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(Interval, time, stoppingToken);
                await feed.CatchUpAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The portal stops.
        }
    }
}
