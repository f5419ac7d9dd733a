using System.Diagnostics;

namespace OrchardSite;

/// <summary>Between the parts of long work in the background, leaves the machine to those who wait for an answer.</summary>
/// <param name="rest">How many times as long as the work just done is waited; 1 leaves half of the time.</param>
public sealed class BackgroundPace(int rest = 1)
{
    private long _since = Stopwatch.GetTimestamp();

    /// <summary>Called after a part, when another follows. By the real clock, since it is about the machine's time.</summary>
    public async Task RestAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Stopwatch.GetElapsedTime(_since) * rest, cancellationToken);
        _since = Stopwatch.GetTimestamp();
    }
}
