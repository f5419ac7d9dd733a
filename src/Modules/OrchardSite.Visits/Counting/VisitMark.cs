using Fluid;
using Microsoft.AspNetCore.Http;
using OrchardSite.Theming;
using OrchardSite.Theming.Liquid;

namespace OrchardSite.Visits.Counting;

/// <summary>
/// Puts into the head of each page what the theme's script sends when the page is read: its address, sealed. What is no page of the
/// site's own, such as a refusal, a preview or what somebody searched for, gets the numbers of the counter and is not counted.
/// </summary>
internal sealed class VisitMark(VisitSeal seal) : IZoneContributor
{
    public ValueTask ContributeAsync(PageRendering page, TemplateContext context)
    {
        if (page.Tenant!.Features.Contains(VisitsManifest.Feature))
        {
            var path = PathOf(page.Path);
            var content = IsCounted(page) && path.Length <= VisitCount.LongestPath ? $"{seal.Of(page.Tenant.Id, path)} {path}" : "";
            page.Head.Meta.Add($"<meta name=\"visit\" content=\"{LiquidEngine.Encoder.Encode(content)}\" data-to=\"{LiquidEngine.Encoder.Encode(page.Url(CountVisits.Path))}\">");
        }

        return ValueTask.CompletedTask;
    }

    private static bool IsCounted(PageRendering page) =>
        page is { Http.Response.StatusCode: StatusCodes.Status200OK, IsPrivate: false, IsTrial: false }
        && (HttpMethods.IsGet(page.Http.Request.Method) || HttpMethods.IsHead(page.Http.Request.Method));

    // However it was asked for, a page is one.
    private static string PathOf(string path) => "/" + path.Trim('/').ToLowerInvariant();
}
