namespace OrchardSite.Theming;

/// <summary>The theme that all tenants share.</summary>
public static class PortalTheme
{
    public const string Name = "Portal";
}
