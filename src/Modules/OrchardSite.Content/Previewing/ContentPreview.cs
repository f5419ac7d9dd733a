using Microsoft.AspNetCore.Http;
using OrchardSite.Content.Display;
using OrchardSite.Data;
using OrchardSite.Theming;

namespace OrchardSite.Content.Previewing;

/// <summary>Shows a version in the theme as readers would see it, and keeps the page nowhere. Scoped.</summary>
public sealed class ContentPreview(PageRenderer renderer, ContentShapes shapes, ContentEditions editions, PreviewLinks links, SiteDbContext db)
{
    public async Task SendAsync(HttpContext context, ContentEdition edition)
    {
        var page = await renderer.BeginAsync(context);
        page.IsPrivate = true;
        var view = edition.AsPublished();
        page.Head.TitleSegments.Add(view.DisplayText);
        await renderer.SendAsync(page, await shapes.BuildAsync(view, DisplayTypes.Detail, page));
    }

    /// <summary>Answers a link that somebody was sent.</summary>
    public async Task SendByLinkAsync(HttpContext context, string token)
    {
        if (links.Read(token) is { } target
            && target.TenantId == db.TenantId
            && await editions.FindAsync(target.ItemId, target.VersionId, context.RequestAborted) is { Item.DeletedUtc: null } edition)
        {
            await SendAsync(context, edition);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
