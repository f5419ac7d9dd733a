namespace OrchardSite.Deployment.Fleet;

/// <summary>What runs on many sites write into the log of the first one; each site's own log says what the recipe changed there.</summary>
internal static class FleetAudit
{
    public static (string Name, string Description)[] Operations { get; } =
    [
        ("StartFleetRun", "Started a recipe on many sites"),
        ("StopFleetRun", "Stopped a recipe on many sites"),
        ("EndFleetRun", "Ended a recipe on many sites"),
    ];
}
