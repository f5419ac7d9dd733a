using Microsoft.AspNetCore.Http;
using OrchardSite.Theming.PageCache;

namespace OrchardSite.Theming;

/// <summary>Sends a finished page, feed or style sheet, and keeps it for the next reader where it may be kept.</summary>
public static class PageResponse
{
    /// <param name="tags">What it shows: see <see cref="Data.CacheTag"/>.</param>
    /// <param name="isPrivate">True for what is kept nowhere.</param>
    public static Task SendAsync(HttpContext context, byte[] body, string contentType, IReadOnlySet<string> tags, bool isPrivate = false)
    {
        var response = context.Response;
        if (response.StatusCode == StatusCodes.Status200OK && !isPrivate)
        {
            var page = new StoredPage(body, contentType);
            context.Features.Get<PageSlot>()?.Store(page, tags);
            return page.WriteAsync(context);
        }

        response.ContentType = contentType;
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        if (isPrivate)
        {
            response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        }

        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, 0, body.Length, context.RequestAborted);
    }
}
