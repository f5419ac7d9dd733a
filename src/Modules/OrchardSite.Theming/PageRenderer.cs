using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using OrchardSite.Tenants;
using OrchardSite.Theming.Liquid;
using OrchardSite.Theming.Templates;

namespace OrchardSite.Theming;

/// <summary>Renders a whole page: the body first, then the zones, then the layout around them. Scoped.</summary>
public sealed class PageRenderer(LiquidEngine engine, ShapeRenderer shapes, PageStart start, OwnTemplates own, IEnumerable<IZoneContributor> zones)
{
    internal const string LayoutName = "Layout";

    private const string HtmlType = "text/html; charset=utf-8";

    private static readonly Shape Layout = new(LayoutName);

    /// <summary>Starts a page; call it before anything is read that the page shows.</summary>
    /// <param name="at">UTC; the time at which the page is looked at. Null: now.</param>
    public async ValueTask<PageRendering> BeginAsync(HttpContext context, DateTime? at = null)
    {
        var page = await start.RunAsync(context, at);
        if (page.Tenant is not null)
        {
            await own.UseAsync(page);
        }

        return page;
    }

    /// <summary>Renders the body in the layout and sends it with the response's status.</summary>
    public async Task SendAsync(PageRendering page, Shape body)
    {
        var text = await (page.Templates.Count == 0 ? RenderAsync(page, body) : RenderSafelyAsync(page, body));
        await PageResponse.SendAsync(page.Http, Encode(text), HtmlType, page.Tags, page.IsPrivate || page.IsTrial);
    }

    internal async Task<StringBuilder> RenderAsync(PageRendering page, Shape body)
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
        return writer.GetStringBuilder();
    }

    // A site's own template that fails takes no page down: the theme's draw it instead. When they fail too, it was something else.
    private async Task<StringBuilder> RenderSafelyAsync(PageRendering page, Shape body)
    {
        var head = page.Head.Copy();
        try
        {
            return await RenderAsync(page, body);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            if (page is { IsTrial: true, FailedTemplate.Number: 0 })
            {
                page.Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                return new StringBuilder("<!doctype html><title>").Append(page.FailedTemplate.Name).Append("</title><p>").Append(LiquidEngine.Encoder.Encode(failure.Message)).Append("</p>");
            }

            page.StartAgain(head);
            var text = await RenderAsync(page, body);
            await own.SetAsideAsync(page, failure);
            return text;
        }
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
