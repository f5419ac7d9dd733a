using OrchardSite.Data;

namespace OrchardSite.Workflows.Definition;

/// <summary>The text of a definition for which all sites had a place when the portal last started with another one.</summary>
[GlobalEntity("One definition is for all sites.")]
public sealed class CheckedDefinition
{
    /// <summary>Of the file.</summary>
    public required string Name { get; init; }

    public required string Sha256 { get; set; }
}
