using Microsoft.AspNetCore.Http;
using OrchardSite.Content.Display;
using OrchardSite.Theming;

namespace OrchardSite.Content.Previewing;

/// <summary>Shows the site's home page as it will be at some time, with what the caller has added to it, and keeps it nowhere. Scoped.</summary>
public sealed class HomePreview(PageRenderer renderer, ContentReader reader, ContentShapes shapes)
{
    /// <param name="atUtc">The time at which it is looked at.</param>
    public async Task SendAsync(HttpContext context, DateTime atUtc)
    {
        // Layers and menus ask where they are.
        context.Request.Path = "/";
        var page = await renderer.BeginAsync(context, atUtc);
        (page.IsHomepage, page.IsPrivate, page.SharesFragments) = (true, true, false);
        if (page.Settings.HomeItemId is { } id && await reader.FindAsync(id) is { } item)
        {
            page.Head.TitleSegments.Add(item.DisplayText);
            await renderer.SendAsync(page, await shapes.BuildAsync(item, DisplayTypes.Detail, page));
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
