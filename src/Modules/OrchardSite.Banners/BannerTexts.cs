using System.Globalization;
using Microsoft.Extensions.Localization;
using OrchardSite.Banners.Ordering;
using OrchardSite.Banners.Statistics;

namespace OrchardSite.Banners;

/// <summary>What people read about banners in the dashboard.</summary>
public sealed class BannerTexts(IStringLocalizer localizer)
{
    public string NameOf(BannerState state) => state switch
    {
        BannerState.Draft => localizer["Draft"],
        BannerState.Planned => localizer["Planned"],
        BannerState.Shown => localizer["Shown now"],
        _ => localizer["Ended"],
    };

    /// <summary>The class of its mark.</summary>
    public static string ClassOf(BannerState state) => state switch
    {
        BannerState.Draft => "state-draft",
        BannerState.Planned => "state-way",
        BannerState.Shown => "state-published",
        _ => "state-deleted",
    };

    /// <summary>Such as <c>2,5 %</c>; nothing where there is no rate.</summary>
    public static string RateOf(BannerNumbers numbers) => numbers.Rate is { } rate ? rate.ToString("0.#", CultureInfo.CurrentCulture) + " %" : "";

    public static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);
}
