using System.Text;
using Microsoft.AspNetCore.Http;
using OrchardSite.Banners.Campaigns;
using OrchardSite.Content.Fields;
using OrchardSite.Tenants;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Banners.Statistics;

/// <summary>
/// Hears that banners were seen and followed. The page is the same bytes for everybody: the theme's script reports once what came
/// into view, and a link leads by <see cref="FollowAsync"/>, so that clicks count without script, too. With script the link leads
/// straight to its address and the click is reported beside it.
/// </summary>
internal sealed class CountBanners(ShownBanners banners, CampaignItems items, TenantCache<SiteSettings> settings, BannerCounter counter, BannerLimits limits, TimeProvider time)
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
            return Refuse(context, StatusCodes.Status403Forbidden);
        }

        if (await ReadAsync(context.Request) is not { } text)
        {
            return Refuse(context, StatusCodes.Status413PayloadTooLarge);
        }

        return await CountAsync(context, text.Split(' ', StringSplitOptions.RemoveEmptyEntries), BannerNumbers.Seen);
    }

    /// <summary>Hears that a banner was followed.</summary>
    public async Task<IResult> ClickAsync(HttpContext context, string id) => SameOrigin.Sent(context.Request)
        ? await CountAsync(context, [id], BannerNumbers.Followed)
        : Refuse(context, StatusCodes.Status403Forbidden);

    /// <summary>Leads to where a banner that this site shows leads, and nowhere else.</summary>
    public async Task<IResult> FollowAsync(HttpContext context, string id)
    {
        var headers = context.Response.Headers;
        (headers.CacheControl, headers["X-Robots-Tag"]) = ("no-store", "noindex, nofollow");
        var site = context.Tenant();
        if (await banners.FindAsync(site.Id, id, time.GetUtcNow().UtcDateTime) is not { } shown || !LinkAddress.IsValid(shown.Banner.Url))
        {
            return TypedResults.NotFound();
        }

        if (HttpMethods.IsGet(context.Request.Method))
        {
            await CountAsync(context, [id], BannerNumbers.Followed);
        }

        context.Response.StatusCode = StatusCodes.Status302Found;
        headers.Location = InHeader(shown.Campaign is null ? OwnAddress(shown.Banner.Url, site.PathBase) : await items.LinkOfAsync(shown, context.Request));
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
                return Refuse(context, StatusCodes.Status429TooManyRequests);
            }

            var shown = (await banners.AtAsync(site.Id, time.GetUtcNow().UtcDateTime)).DistinctBy(banner => banner.Banner.Id).ToDictionary(banner => banner.Banner.Id, StringComparer.Ordinal);
            var today = time.TodayIn((await settings.GetAsync(site.Id)).TimeZone);
            foreach (var banner in ids.Distinct(StringComparer.Ordinal).Select(shown.GetValueOrDefault).OfType<ShownBanner>())
            {
                counter.Add(banner.OwnerId, banner.Banner.Id, site.Id, today, numbers);
            }
        }

        return TypedResults.NoContent();
    }

    // Nobody reads the answer to a report: it needs no page in the theme.
    private static IResult Refuse(HttpContext context, int status)
    {
        context.Response.ContentLength = 0;
        return TypedResults.StatusCode(status);
    }

    private static async Task<string?> ReadAsync(HttpRequest request)
    {
        var buffer = new byte[MostBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        return length > MostBytes ? null : Encoding.UTF8.GetString(buffer, 0, length);
    }

    private static string OwnAddress(string url, string pathBase) => url.StartsWith("~/", StringComparison.Ordinal) ? pathBase + url[1..] : url;

    // A header has no letters but those of ASCII.
    private static string InHeader(string address)
    {
        if (!address.StartsWith('/'))
        {
            return new Uri(address).AbsoluteUri;
        }

        var inside = new Uri(new Uri("http://site"), address);
        return inside.PathAndQuery + inside.Fragment;
    }
}
