namespace OrchardSite.Articles.OldSite;

/// <summary>An article as a saved page of the department's old site shows it.</summary>
/// <param name="Published">With the old site's offset, +07:00.</param>
/// <param name="Source">Null where the page names none.</param>
/// <param name="Neighbours">The other articles of the category that the page lists.</param>
public sealed record OldPage(
    string Category,
    DateTimeOffset Published,
    string Title,
    string Sapo,
    IReadOnlyList<string> Paragraphs,
    string? Source,
    IReadOnlyList<OldNeighbour> Neighbours);

public sealed record OldNeighbour(string Title, DateTimeOffset Published);
