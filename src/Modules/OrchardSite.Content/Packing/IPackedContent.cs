namespace OrchardSite.Content;

/// <summary>Says what of a type's items belongs to the one site and stays there when they travel in a package. A module has one for a type of its own.</summary>
public interface IPackedContent
{
    string ContentType { get; }

    /// <summary>Names of parts that are left out of packages; an item that a package brings in again keeps its own.</summary>
    IReadOnlyList<string> OwnParts { get; }
}
