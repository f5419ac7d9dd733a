using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Microsoft.Net.Http.Headers;

namespace OrchardSite.Api;

/// <summary>Holds what a call wants to change to what it has seen (RFC 9110, If-Match). Scoped.</summary>
internal sealed class ApiMatch(IStringLocalizer localizer)
{
    /// <returns>Null where the caller has seen what is there; else 428, or 412 with what is there.</returns>
    public IResult? Check(HttpContext context, string tag, Func<object> current)
    {
        var seen = context.Request.GetTypedHeaders().IfMatch;
        return seen.Count == 0 ? Missing() : Matches(seen, tag) ? null : Stale(context, tag, current());
    }

    public IResult Missing() => ApiAnswer.Problem(StatusCodes.Status428PreconditionRequired, localizer["Send the ETag of what you have seen in the header If-Match."]);

    public IResult Stale(HttpContext context, string tag, object current)
    {
        context.Response.Headers.ETag = tag;
        return ApiAnswer.Problem(
            StatusCodes.Status412PreconditionFailed,
            [new Refusal(RefusalKind.Conflict, localizer["It has been changed since you saw it. Look at how it is now before you change it."])],
            current);
    }

    /// <summary>True where the call names this very state.</summary>
    public static bool Matches(HttpContext context, string tag) => Matches(context.Request.GetTypedHeaders().IfMatch, tag);

    private static bool Matches(IList<EntityTagHeaderValue> seen, string tag)
    {
        var own = new EntityTagHeaderValue(tag);
        return seen.Any(one => one == EntityTagHeaderValue.Any || one.Compare(own, useStrongComparison: true));
    }
}
