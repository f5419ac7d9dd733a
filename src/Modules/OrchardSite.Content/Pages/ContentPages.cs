using Microsoft.AspNetCore.Http;
using OrchardSite.Content.Display;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Theming;

namespace OrchardSite.Content.Pages;

/// <summary>Answers the addresses of items and terms. Scoped.</summary>
internal sealed class ContentPages(PageRenderer renderer, ContentReader reader, ContentShapes shapes, TenantCache<TermTree> terms)
{
    /// <summary>The item that the site's settings name as its home page.</summary>
    public async Task HomeAsync(HttpContext context)
    {
        var page = await renderer.BeginAsync(context);
        page.IsHomepage = true;
        if (page.Settings.HomeItemId is { } id && await reader.FindAsync(id) is { } item)
        {
            await SendAsync(page, item);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    public async Task FindAsync(HttpContext context, string path)
    {
        var page = await renderer.BeginAsync(context);
        var clean = path.Trim('/').ToLowerInvariant();
        var tree = await terms.GetAsync(page.Tenant!.Id);
        if (tree.FindByPath(clean) is { } term)
        {
            await (clean == path ? SendListAsync(page, term) : RedirectAsync(page, clean));
        }
        else if (clean.Length is 0 or > ContentModel.LongestPath || await reader.FindByPathAsync(clean) is not { } route)
        {
            await SendMissingAsync(page, clean);
        }
        else if (!route.IsCurrent || clean != path)
        {
            await RedirectAsync(page, route.TermId is null ? route.Item.Path : tree.Find(route.TermId)?.Path);
        }
        else
        {
            await SendAsync(page, new ContentView(route.Item, route.Json));
        }
    }

    private async Task SendMissingAsync(PageRendering page, string path)
    {
        if (path.Length is 0 or > ContentModel.LongestPath || await reader.FindNoticeAsync(path) is not { } notice)
        {
            page.Http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        page.Http.Response.StatusCode = StatusCodes.Status410Gone;
        await renderer.SendAsync(page, new Shape("Gone") { ["Notice"] = notice });
    }

    private async Task SendAsync(PageRendering page, ContentView item)
    {
        page.Head.TitleSegments.Add(item.DisplayText);
        await renderer.SendAsync(page, await shapes.BuildAsync(item, DisplayTypes.Detail, page));
    }

    private async Task SendListAsync(PageRendering page, Term term)
    {
        page.Shows(CacheTag.Term(term.Id));
        page.Section = term.Path;
        page.ContentType = term.ContentType;
        var total = await reader.CountInTermAsync(term.Id);
        if (Pager.Read(page) is not { } pager || !pager.Exists(total))
        {
            page.Http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var url = page.Url(term.Path);
        await renderer.SendAsync(page, new Shape($"Content-{term.ContentType}", "Content-Category")
        {
            ["Category"] = term,
            ["ContentItems"] = await reader.NewestInTermAsync(term.Id, pager.Size, pager.Skip),
            ["Pager"] = pager.Build(total, url),
            ["FeedUrl"] = url + "/rss.xml",
        });
    }

    // A path that has nothing public any more, such as a removed term's, is not found.
    private static Task RedirectAsync(PageRendering page, string? path)
    {
        if (path is null)
        {
            page.Http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else
        {
            page.Http.Response.Redirect(page.Url(path) + page.Http.Request.QueryString, permanent: true);
        }

        return Task.CompletedTask;
    }
}
