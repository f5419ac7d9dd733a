using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;

namespace OrchardSite.Api;

/// <summary>What of the content is asked for.</summary>
internal sealed record ContentQuery(
    [property: FromQuery(Name = "type"), Description("Name of a content type.")] string? Type,
    [property: FromQuery(Name = "state"), Description("Published, Draft (never published) or Changed (published, with a newer draft). Without it: everything that is not in the bin.")] string? State,
    [property: FromQuery(Name = "category"), Description("Id of a term; what is below it counts too.")] string? Category,
    [property: FromQuery(Name = "modifiedSince"), Description("Only what was saved, published or taken down then or later.")] DateTimeOffset? ModifiedSince,
    [property: FromQuery(Name = "q"), Description("Words, with or without diacritics; of what has them, the best 1,000 are listed.")] string? Words,
    [property: FromQuery(Name = "page"), Description("From 1.")] int? Page,
    [property: FromQuery(Name = "size"), Description("Entries on a page, 1 to 100; 20 without it.")] int? Size);
