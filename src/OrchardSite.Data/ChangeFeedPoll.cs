using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OrchardSite.Data;

/// <summary>Notices the changes that other processes commit: other nodes, and the portal's own commands.</summary>
internal sealed partial class ChangeFeedPoll(ChangeFeed feed, TimeProvider time, ILogger<ChangeFeedPoll> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Interval, time, stoppingToken);
                await feed.CatchUpAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                LogFailure(logger, exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The change feed could not be read; trying again")]
    private static partial void LogFailure(ILogger logger, Exception exception);
}
