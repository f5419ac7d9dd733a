namespace OrchardSite.Deployment.Fleet;

/// <summary>What states are called, in English, and how they look.</summary>
internal static class FleetTexts
{
    public static string NameOf(FleetRunState state) => state switch
    {
        FleetRunState.Running => "Under way",
        FleetRunState.Stopped => "Stopped",
        _ => "Done",
    };

    public static string StyleOf(FleetRunState state) => state switch
    {
        FleetRunState.Running => "state-way",
        FleetRunState.Stopped => "state-warning",
        _ => "state-published",
    };

    public static string NameOf(FleetSiteState state, FleetKind kind) => state switch
    {
        FleetSiteState.Waiting => "Not yet",
        FleetSiteState.Unchanged => "Is as the recipe says",
        FleetSiteState.Failed => "Failed",
        _ => kind switch
        {
            FleetKind.Plan => "Would change",
            FleetKind.Run => "Changed",
            _ => "Differs",
        },
    };

    /// <summary>What is done, with a place for the recipe.</summary>
    public static string NameOf(FleetKind kind) => kind switch
    {
        FleetKind.Plan => "Plan: {0}",
        FleetKind.Run => "Run: {0}",
        _ => "Comparison: {0}",
    };

    public static string NameOf(SiteDifference difference) => difference switch
    {
        { Site: null } => "Missing on the site",
        { Recipe: null } => "Not in the recipe",
        _ => "Differs",
    };

    public static string StyleOf(FleetSiteState state) => state switch
    {
        FleetSiteState.Changed => "state-published",
        FleetSiteState.Failed => "state-warning",
        FleetSiteState.Waiting => "state-draft",
        _ => "",
    };
}
