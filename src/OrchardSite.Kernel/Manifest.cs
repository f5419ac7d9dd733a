namespace OrchardSite;

/// <summary>What a module is, and the modules it may use.</summary>
/// <param name="Id">The project's name, such as <c>OrchardSite.Articles</c>.</param>
/// <param name="Dependencies">Ids of the modules whose types this one uses; held against the project's references by a test.</param>
public sealed record Manifest(string Id, string Name, string Description, string[] Dependencies, params Feature[] Features);

/// <summary>A capability that is switched on or off for each tenant.</summary>
/// <param name="Dependencies">Ids of the features that are enabled together with this one.</param>
public sealed record Feature(string Id, string Name, string Description, params string[] Dependencies)
{
    /// <summary>True for what no tenant can do without.</summary>
    public bool AlwaysEnabled { get; init; }

    /// <summary>Ids of Orchard Core features whose work this one does, so that recipes written for Orchard Core are understood.</summary>
    public string[] Covers { get; init; } = [];
}
