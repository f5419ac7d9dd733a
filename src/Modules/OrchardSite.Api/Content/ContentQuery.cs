using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace OrchardSite.Api;

/// <summary>What of the content is asked for.</summary>
internal sealed record ContentQuery
{
    [FromQuery(Name = "type"), Description("Name of a content type.")]
    public string? Type { get; init; }

    [FromQuery(Name = "state"), Description("Published, Draft (never published) or Changed (published, with a newer draft). Without it: everything that is not in the bin.")]
    public string? State { get; init; }

    [FromQuery(Name = "category"), Description("Id of a term; what is below it counts too.")]
    public string? Category { get; init; }

    [FromQuery(Name = "modifiedSince"), Description("Only what was saved, published or taken down then or later.")]
    public DateTimeOffset? ModifiedSince { get; init; }

    [FromQuery(Name = "q"), Description("Words, with or without diacritics; of what has them, the best 1,000 are listed.")]
    public string? Words { get; init; }

    [FromQuery(Name = "page"), Description("From 1.")]
    public int? Page { get; init; }

    [FromQuery(Name = "size"), Description("Entries on a page, 1 to 100; 20 without it.")]
    public int? Size { get; init; }
}
