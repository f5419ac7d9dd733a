using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Users;

namespace OrchardSite.Theming.PageCache;

/// <summary>Answers readers who are not signed in from memory. Most requests end here.</summary>
public sealed class PageCacheMiddleware(RequestDelegate next, AnonymousPages pages, ChangeFeed feed, IOptions<PageCacheOptions> options)
{
    private readonly PageCacheOptions _options = options.Value;

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!_options.Enabled || !IsAnonymousRead(request))
        {
            return next(context);
        }

        var tenant = context.Tenant();
        var key = new PageKey(request.Host.Value ?? "", request.IsHttps, request.Path.Value ?? "", request.QueryString.Value ?? "");
        if (pages.TryGet(tenant.Id, key, out var page))
        {
            return page.WriteAsync(context);
        }

        context.Features.Set(new PageSlot(pages, tenant.Id, key, feed.Position));
        return next(context);
    }

    private static bool IsAnonymousRead(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && (request.Headers.Cookie.Count == 0 || !request.Cookies.ContainsKey(OrchardSiteCookie.Name));
}

/// <summary>The place that a page now being rendered will have in the cache.</summary>
public sealed class PageSlot(AnonymousPages pages, int tenantId, PageKey key, long asOf)
{
    /// <summary>The query that chooses what the page shows, as the site's own links write it.</summary>
    public string Query { get; set; } = "";

    public void Store(StoredPage page, IReadOnlySet<string> tags)
    {
        // A made-up query gets its answer, but must not push the pages that readers ask for out of the cache.
        if (key.Query == Query)
        {
            pages.Store(tenantId, key, page, page.MemorySize, tags, asOf);
        }
    }
}
