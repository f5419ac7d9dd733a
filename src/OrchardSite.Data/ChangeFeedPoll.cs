using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OrchardSite.Data;

/// <summary>Notices the changes that other processes commit: other nodes, and the portal's own commands.</summary>
internal sealed partial class ChangeFeedPoll(ChangeFeed feed, TimeProvider time, ILogger<ChangeFeedPoll> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await NextTickAsync(timer, stoppingToken))
        {
            try
            {
                await feed.CatchUpAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailure(logger, exception);
            }
        }
    }

    private static async ValueTask<bool> NextTickAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The change feed could not be read; trying again")]
    private static partial void LogFailure(ILogger logger, Exception exception);
}
