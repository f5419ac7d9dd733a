using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using OrchardSite.Banners.Statistics;
using OrchardSite.Content;
using OrchardSite.Media;
using OrchardSite.Tenants;
using OrchardSite.Theming;

namespace OrchardSite.Banners.Campaigns;

/// <summary>
/// Banners of the department as the templates of a unit's site get them: with addresses that hold there. The picture is read from the
/// department's library through an address of the unit's site, since pages load nothing from elsewhere.
/// </summary>
internal sealed class CampaignItems(MediaIndex index, TenantDirectory tenants, SiteAddresses addresses, ShownBanners banners, SendPublicMedia send, TimeProvider time)
{
    private const string Part = SiteBanner.ContentType;

    public static string PicturePathOf(string id) => $"{CountBanners.PathStart}/{id}";

    /// <returns>Null where its picture is gone.</returns>
    public async ValueTask<ContentView?> ItemOfAsync(ShownBanner shown, PageRendering page)
    {
        var banner = shown.Banner;
        if (PictureOf(banner) is not { } path || await index.FindAsync(shown.OwnerId, path, page.AsOf) is not { } picture)
        {
            return null;
        }

        var content = JsonNode.Parse(banner.Item.Content.GetRawText())!.AsObject();
        content[Part]!["Image"]!["Paths"] = new JsonArray(page.Url(PicturePathOf(banner.Id) + picture.Address));
        content[Part]!["Link"]!["Url"] = await LinkOfAsync(shown, page.Http.Request);
        return banner.Item.With(content);
    }

    /// <summary>Where it leads, from the pages of the unit's site.</summary>
    public async ValueTask<string> LinkOfAsync(ShownBanner shown, HttpRequest request) =>
        shown.Banner.Url.StartsWith("~/", StringComparison.Ordinal) && tenants.Find(shown.OwnerId) is { } owner
            ? await addresses.OfOtherAsync(owner, shown.Banner.Url[2..], request)
            : shown.Banner.Url;

    /// <summary>Sends the picture of a banner that the department shows on this site, and no other file.</summary>
    public async Task<IResult> SendPictureAsync(HttpContext context, string id, string path) =>
        await banners.FindAsync(context.Tenant().Id, id, time.GetUtcNow().UtcDateTime) is { Campaign: not null } shown && await IsItsPictureAsync(shown, path)
            ? await send(context, shown.OwnerId, path)
            : TypedResults.NotFound();

    // The file may have moved since the banner was saved. Read as of the beginning, so that what is found is not kept: it may be out of date.
    private async ValueTask<bool> IsItsPictureAsync(ShownBanner shown, string path) =>
        PictureOf(shown.Banner) is { } picture && (picture == path || (await index.FindAsync(shown.OwnerId, picture, asOf: 0))?.Path == path);

    private static string? PictureOf(SiteBanner banner) => banner.Item.Texts(Part, "Image", "Paths").FirstOrDefault();
}
