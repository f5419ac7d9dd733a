using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace OrchardSite.Content.Listing;

public enum ContentState
{
    /// <summary>Everything that is not in the bin.</summary>
    Any,
    Published,
    Draft,

    /// <summary>Published, with newer changes that readers do not see yet.</summary>
    Changed,
    Deleted,
}

public enum ContentOrder
{
    /// <summary>What fits the words best; without words what was last edited.</summary>
    Best,
    Edited,
    Published,
    Title,
}

/// <summary>What an editor asks the list for; bound from the query of its address.</summary>
public sealed class ContentListFilter
{
    private const int LongestQuery = 200;

    [FromQuery(Name = "q")]
    public string? Query { get; set; }

    [FromQuery(Name = "state")]
    public ContentState State { get; set; }

    /// <summary>Id of a term; what is below it counts too.</summary>
    [FromQuery(Name = "category")]
    public string? Category { get; set; }

    /// <summary>Name of the person who saved it last.</summary>
    [FromQuery(Name = "author")]
    public string? Author { get; set; }

    /// <summary>First day on which it was last edited, in the site's time zone.</summary>
    [FromQuery(Name = "from")]
    public DateOnly? From { get; set; }

    /// <summary>Last such day.</summary>
    [FromQuery(Name = "to")]
    public DateOnly? To { get; set; }

    /// <summary>Last edited then or later, to the moment; goes before <see cref="From"/>.</summary>
    [BindNever]
    public DateTime? SinceUtc { get; set; }

    [FromQuery(Name = "sort")]
    public ContentOrder Order { get; set; }

    /// <summary>From 1.</summary>
    [FromQuery(Name = "page")]
    public int Page { get; set; } = 1;

    /// <summary>The words of the query, folded; those that few titles have come first, which spares looking for the others.</summary>
    public IReadOnlyList<string> Words() =>
        Text.VietnameseText.Fold((Query ?? "")[..Math.Min(Query?.Length ?? 0, LongestQuery)]).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Distinct()
            .OrderByDescending(word => word.Any(char.IsDigit)).ThenByDescending(word => word.Length)
            .ToArray();
}
