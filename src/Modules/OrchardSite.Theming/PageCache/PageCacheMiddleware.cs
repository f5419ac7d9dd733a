using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Users;

namespace OrchardSite.Theming.PageCache;

/// <summary>
/// Answers readers who are not signed in from memory; most requests end here. Of many who ask for the same page while it
/// is being rendered, the first one's rendering is everybody's.
/// </summary>
public sealed class PageCacheMiddleware(RequestDelegate next, AnonymousPages pages, ChangeFeed feed, IOptions<PageCacheOptions> options)
{
    private readonly PageCacheOptions _options = options.Value;
    private readonly ConcurrentDictionary<(int TenantId, PageKey Key), Task> _beingRendered = new();

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!_options.Enabled || !IsAnonymousRead(request))
        {
            return next(context);
        }

        var tenant = context.Tenant();
        var key = new PageKey(request.Host.Value ?? "", request.IsHttps, request.Path.Value ?? "", request.QueryString.Value ?? "");
        return pages.TryGet(tenant.Id, key, out var page) ? page.WriteAsync(context) : RenderAsync(context, tenant.Id, key);
    }

    private async Task RenderAsync(HttpContext context, int tenantId, PageKey key)
    {
        var own = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = _beingRendered.GetOrAdd((tenantId, key), own.Task);
        if (first != own.Task)
        {
            await first.WaitAsync(context.RequestAborted);
            if (pages.TryGet(tenantId, key, out var page))
            {
                await page.WriteAsync(context);
                return;
            }
        }

        // Others need not wait until a slow browser has taken the answer, only until it is there.
        context.Response.OnStarting(() => Finish(own, tenantId, key));
        try
        {
            context.Features.Set(new PageSlot(pages, tenantId, key, feed.Position));
            await next(context);
        }
        finally
        {
            await Finish(own, tenantId, key);
        }
    }

    private Task Finish(TaskCompletionSource own, int tenantId, PageKey key)
    {
        _beingRendered.TryRemove(KeyValuePair.Create((tenantId, key), own.Task));
        own.TrySetResult();
        return Task.CompletedTask;
    }

    private static bool IsAnonymousRead(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Headers.Authorization.Count == 0
        && (request.Headers.Cookie.Count == 0 || !request.Cookies.ContainsKey(OrchardSiteCookie.Name));
}

/// <summary>The place that a page now being rendered will have in the cache.</summary>
public sealed class PageSlot(AnonymousPages pages, int tenantId, PageKey key, long asOf)
{
    /// <summary>The query that chooses what the page shows, as the site's own links write it.</summary>
    public string Query { get; set; } = "";

    /// <summary>UTC; from then on the page is another one. Null: nothing is known of that.</summary>
    public DateTime? Until { get; set; }

    public void Store(StoredPage page, IReadOnlySet<string> tags)
    {
        // A made-up way of asking gets its answer, but must not push the pages that readers ask for out of the cache.
        if (key.Query == Query && IsAsLinked(key.Path))
        {
            pages.Store(tenantId, key, page, page.MemorySize, tags, asOf, Until);
        }
    }

    // The site's own links have no capitals, and no slash behind an address but the first page's.
    private static bool IsAsLinked(string path) => path == "/" || !(path.EndsWith('/') || path.Any(char.IsUpper));
}
