using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OrchardSite;

/// <summary>Work that is looked for again and again. What fails is tried again a little later: it stays until it is done.</summary>
public abstract partial class SteadyWork(TimeSpan interval, TimeProvider time, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    protected TimeProvider Time => time;

    protected ILogger Logger => logger;

    /// <summary>Does all that there is to do now.</summary>
    public abstract Task RunAsync(CancellationToken cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = interval;
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailure(logger, GetType().Name, exception);
                wait = AfterFailure;
            }

            await Task.Delay(wait, time, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Work} has failed; trying again")]
    private static partial void LogFailure(ILogger logger, string work, Exception exception);
}
