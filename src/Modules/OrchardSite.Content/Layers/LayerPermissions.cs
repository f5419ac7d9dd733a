namespace OrchardSite.Content.Layers;

/// <summary>Orchard Core's permission on layers and where widgets stand.</summary>
public static class LayerPermissions
{
    public static Permission ManageLayers { get; } = new("ManageLayers", "Place widgets in zones, and say on which pages they are shown");
}
