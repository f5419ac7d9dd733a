using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Theming.Liquid;

namespace OrchardSite.Theming;

/// <summary>Renders a whole page: the body first, then the zones, then the layout around them. Scoped.</summary>
public sealed class PageRenderer(
    LiquidEngine engine,
    ShapeRenderer shapes,
    TenantCache<SiteSettings> settings,
    ChangeFeed feed,
    TimeProvider time,
    IEnumerable<IZoneContributor> zones)
{
    private const string HtmlType = "text/html; charset=utf-8";

    private static readonly Shape Layout = new("Layout");

    /// <summary>Starts a page; call it before anything is read that the page shows.</summary>
    public async ValueTask<PageRendering> BeginAsync(HttpContext context)
    {
        var asOf = feed.Position;
        var tenant = context.TryTenant();
        var site = tenant is null ? new SiteSettings() : await settings.GetAsync(tenant.Id);
        var culture = CultureInfo.GetCultureInfo(site.Culture);
        return new PageRendering(context, tenant, site, culture, time.GetUtcNow().UtcDateTime, asOf);
    }

    /// <summary>Renders the body in the layout and sends it with the response's status.</summary>
    public async Task SendAsync(PageRendering page, Shape body)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = page.Culture;
        var context = LiquidPage.Create(engine, page, shapes);
        page.Body = await shapes.RenderAsync(body, context);
        // What failed may be one of the widgets: the page that says so does without them.
        if (page.Tenant is { State: TenantState.Running } && page.Http.Response.StatusCode < StatusCodes.Status500InternalServerError)
        {
            foreach (var contributor in zones)
            {
                await contributor.ContributeAsync(page, context);
            }
        }

        page.Head.IsOpen = true;
        using var writer = new StringWriter();
        await shapes.RenderAsync(Layout, writer, context);
        await PageResponse.SendAsync(page.Http, Encode(writer.GetStringBuilder()), HtmlType, page.Tags, page.IsPrivate);
    }

    private static byte[] Encode(StringBuilder text)
    {
        var length = 0;
        foreach (var chunk in text.GetChunks())
        {
            length += Encoding.UTF8.GetByteCount(chunk.Span);
        }

        var bytes = new byte[length];
        var written = 0;
        var encoder = Encoding.UTF8.GetEncoder();
        foreach (var chunk in text.GetChunks())
        {
            // The encoder keeps half of a surrogate pair that a chunk ends with; the count above covers its replacement.
            written += encoder.GetBytes(chunk.Span, bytes.AsSpan(written), flush: false);
        }

        return written == length ? bytes : bytes[..written];
    }
}
