namespace OrchardSite.Deployment.Fleet;

/// <summary>What the areas are called, in English, in which sites are compared.</summary>
internal static class DriftAreas
{
    /// <returns>The area's own name where it is about a thing that only its module knows.</returns>
    public static string NameOf(string area) => area switch
    {
        "content-definition" => "Content types and fields",
        SiteState.Roles => "Roles",
        SiteState.Features => "Features",
        "layers" => "Layers",
        "admin-menu" => "Menus of the dashboard",
        "settings" => "Settings",
        _ => area,
    };
}
