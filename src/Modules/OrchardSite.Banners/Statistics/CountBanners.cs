using System.Text;
using Microsoft.AspNetCore.Http;
using OrchardSite.Content.Fields;
using OrchardSite.Tenants;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Banners.Statistics;

/// <summary>
/// Hears that banners were seen and followed. The page is the same bytes for everybody: the theme's script reports once what came
/// into view, and a link leads by <see cref="FollowAsync"/>, so that clicks count without script, too. With script the link leads
/// straight to its address and the click is reported beside it.
/// </summary>
internal sealed class CountBanners(TenantCache<SiteBanners> banners, TenantCache<SiteSettings> settings, BannerCounter counter, BannerLimits limits, TimeProvider time)
{
    public const string PathStart = "banners";

    public const string SeenPath = $"{PathStart}/seen";

    // As many ids as no page shows, with their blanks.
    private const int MostBytes = 1024;

    public static string ClickPathOf(string id) => $"{PathStart}/{id}/click";

    /// <summary>Takes the ids of the banners that came into view, with blanks between them.</summary>
    public async Task<IResult> SeeAsync(HttpContext context)
    {
        if (!SameOrigin.Sent(context.Request))
        {
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (await ReadAsync(context.Request) is not { } text)
        {
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        return await CountAsync(context, text.Split(' ', StringSplitOptions.RemoveEmptyEntries), BannerNumbers.Seen);
    }

    /// <summary>Hears that a banner was followed.</summary>
    public async Task<IResult> ClickAsync(HttpContext context, string id) => SameOrigin.Sent(context.Request)
        ? await CountAsync(context, [id], BannerNumbers.Followed)
        : TypedResults.StatusCode(StatusCodes.Status403Forbidden);

    /// <summary>Leads to where a banner of this site leads, and nowhere else.</summary>
    public async Task<IResult> FollowAsync(HttpContext context, string id)
    {
        var headers = context.Response.Headers;
        (headers.CacheControl, headers["X-Robots-Tag"]) = ("no-store", "noindex, nofollow");
        var site = context.Tenant();
        if ((await banners.GetAsync(site.Id)).Find(id) is not { } banner || !LinkAddress.IsValid(banner.Url))
        {
            return TypedResults.NotFound();
        }

        if (HttpMethods.IsGet(context.Request.Method))
        {
            await CountAsync(context, [id], BannerNumbers.Followed);
        }

        context.Response.StatusCode = StatusCodes.Status302Found;
        headers.Location = InHeader(banner.Url, site.PathBase);
        return TypedResults.Empty;
    }

    private async Task<IResult> CountAsync(HttpContext context, IEnumerable<string> ids, BannerNumbers numbers)
    {
        context.Response.Headers.CacheControl = "no-store";
        var site = context.Tenant();
        if (ReaderRequest.IsOfReader(context))
        {
            if (!limits.Take(site.Id, ClientAddress.Of(context)))
            {
                return TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
            }

            var known = await banners.GetAsync(site.Id);
            var now = time.GetUtcNow().UtcDateTime;
            var today = time.TodayIn((await settings.GetAsync(site.Id)).TimeZone);
            foreach (var banner in ids.Distinct(StringComparer.Ordinal).Select(known.Find).OfType<SiteBanner>().Where(banner => banner.IsShownAt(now)))
            {
                counter.Add(site.Id, banner.Id, site.Id, today, numbers);
            }
        }

        return TypedResults.NoContent();
    }

    private static async Task<string?> ReadAsync(HttpRequest request)
    {
        var buffer = new byte[MostBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        return length > MostBytes ? null : Encoding.UTF8.GetString(buffer, 0, length);
    }

    // A header has no letters but those of ASCII.
    private static string InHeader(string url, string pathBase)
    {
        if (!url.StartsWith("~/", StringComparison.Ordinal))
        {
            return new Uri(url).AbsoluteUri;
        }

        var inside = new Uri(new Uri("http://site"), pathBase + url[1..]);
        return inside.PathAndQuery + inside.Fragment;
    }
}
