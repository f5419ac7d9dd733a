namespace OrchardSite;

/// <summary>Where the portal keeps what it writes, and where it finds what it came with.</summary>
public sealed class PortalPaths(string dataFolder)
{
    /// <summary>Everything the portal writes is under this folder.</summary>
    public string Data { get; } = Path.GetFullPath(dataFolder);

    public string Media => Path.Combine(Data, "media");

    public string Logs => Path.Combine(Data, "logs");

    public string Keys => Path.Combine(Data, "keys");

    public string Recipes { get; init; } = Path.Combine(AppContext.BaseDirectory, "recipes");

    public string Themes { get; init; } = Path.Combine(AppContext.BaseDirectory, "themes");
}
