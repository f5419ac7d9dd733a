using Microsoft.AspNetCore.Mvc.Filters;
using OrchardSite.Admin;

namespace OrchardSite.Api.Pages.Admin;

/// <summary>The description of the API to be read and tried.</summary>
public sealed class ReferenceModel : AdminPage
{
    // Its script brings its style sheets along as text. On this page alone, which shows nothing that people have written.
    private const string Policy =
        "default-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Response.Headers.ContentSecurityPolicy = Policy;
        return base.OnPageHandlerExecutionAsync(context, next);
    }
}
