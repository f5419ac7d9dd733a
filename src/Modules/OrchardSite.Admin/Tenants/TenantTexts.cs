using System.Globalization;
using OrchardSite.Tenants;

namespace OrchardSite.Admin.Tenants;

/// <summary>What the states and orders of sites are called, in English.</summary>
public static class TenantTexts
{
    private const double Kilobyte = 1024;

    public static string NameOf(TenantState state) => state switch
    {
        TenantState.Running => "Running",
        TenantState.Disabled => "Switched off",
        _ => "Not set up yet",
    };

    public static string NameOf(SiteOrder order) => order switch
    {
        SiteOrder.Name => "Name of the site",
        SiteOrder.Items => "Content items",
        SiteOrder.Media => "Size of the library",
        SiteOrder.Today => "Requests today",
        SiteOrder.Month => "Requests in 30 days",
        _ => "Last edit",
    };

    /// <summary>A size as people write it: <c>1,4 MB</c>.</summary>
    public static string SizeOf(long bytes) => bytes < Kilobyte * Kilobyte
        ? string.Create(CultureInfo.CurrentCulture, $"{Math.Ceiling(bytes / Kilobyte):0} KB")
        : string.Create(CultureInfo.CurrentCulture, $"{bytes / Kilobyte / Kilobyte:#,0.#} MB");
}
