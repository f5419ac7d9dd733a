namespace OrchardSite.Banners.Previewing;

/// <summary>A banner that one page shows in its place before readers do; a feature of the request.</summary>
internal sealed record PreviewedBanner(SiteBanner Banner)
{
    /// <summary>The site's banners with this one among them, in the place of its published version.</summary>
    public SiteBanners Among(SiteBanners published) =>
        new([.. SiteBanners.InOrder(published.All.Where(banner => banner.Id != Banner.Id).Append(Banner).Select(banner => banner.Item)).Select(SiteBanner.Of)]);
}
