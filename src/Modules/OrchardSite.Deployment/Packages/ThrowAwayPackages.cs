using Microsoft.Extensions.Logging;

namespace OrchardSite.Deployment;

/// <summary>Clears away what was uploaded and never run.</summary>
public sealed class ThrowAwayPackages(PackageFolders folders, TimeProvider time, ILogger<ThrowAwayPackages> logger)
    : SteadyWork(TimeSpan.FromMinutes(30), time, logger)
{
    public override Task RunAsync(CancellationToken cancellationToken)
    {
        folders.ThrowAwayOld();
        return Task.CompletedTask;
    }
}
