using System.Text.Json;
using OrchardSite.Content;
using OrchardSite.Content.Display;
using OrchardSite.Data;
using OrchardSite.Theming;

namespace OrchardSite.Banners;

/// <summary>The widget with the banners of one position. Scoped: the widgets of a page share one query.</summary>
internal sealed class BannersDisplay(ContentReader content) : IContentDisplay
{
    private const string Banner = "Banner";

    // Those that have ended are not read; more than these at a time are more than any page shows.
    private const int MostBanners = 200;

    private List<ContentView>? _banners;

    public string ContentType => "Banners";

    public async ValueTask BuildAsync(Shape shape, ContentView item, string displayType, PageRendering page)
    {
        if (!page.Tenant!.Features.Contains(BannersManifest.Feature))
        {
            return;
        }

        page.Shows(CacheTag.ListOf(Banner));
        _banners ??= await content.NewestAsync(Banner, MostBanners);
        var position = item.Text(ContentType, "Position");
        shape["Position"] = position;
        shape["Items"] = _banners
            .Where(banner => banner.Text(Banner, "Position") == position && HasStarted(banner, page.Now))
            .OrderBy(banner => banner.Number(Banner, "Order") ?? int.MaxValue)
            .ToArray();
    }

    private static bool HasStarted(ContentView banner, DateTime now) =>
        banner.Find(Banner, "StartAt", "Value") is not { ValueKind: JsonValueKind.String } start
        || !start.TryGetDateTime(out var time)
        || time.ToUniversalTime() <= now;
}
