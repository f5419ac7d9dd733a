using System.ComponentModel;

namespace OrchardSite.Api;

[Description("Why nothing was done (RFC 9457), in Vietnamese or English as Accept-Language asks.")]
internal sealed record ApiProblem(
    [property: Description("about:blank: the status says what kind of problem it is.")] string Type,
    [property: Description("The status in words.")] string Title,
    int Status,
    [property: Description("A sentence for a person.")] string Detail,
    [property: Description("Each reason with the place it is about.")] IReadOnlyList<ApiFault> Errors,
    [property: Description("With 412: what is there now.")] object? Current);

internal sealed record ApiFault(
    [property: Description("A JSON path inside the content item or the name of a parameter; absent where it is about the whole.")] string? Field,
    [property: Description("A sentence for a person.")] string Message);
