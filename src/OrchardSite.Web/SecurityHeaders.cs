using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace OrchardSite.Web;

/// <summary>
/// What browsers are told about every answer, and the one thing a request may not hold: a NUL, which no database takes in
/// a text and no honest address has.
/// </summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    // Everything comes from the site itself; inline blocks of JSON-LD are data, which a policy for scripts leaves alone.
    private static readonly StringValues Policy =
        "default-src 'self'; img-src 'self' data:; style-src-attr 'unsafe-inline'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues Referrer = "strict-origin-when-cross-origin";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = NoSniff;
        headers["Referrer-Policy"] = Referrer;
        if (context.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        return next(context);
    }
}
