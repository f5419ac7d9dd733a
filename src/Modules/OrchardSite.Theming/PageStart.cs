using System.Globalization;
using Microsoft.AspNetCore.Http;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Theming;

/// <summary>What a page begins with: whose it is, in which language, at what moment.</summary>
public sealed class PageStart(TenantCache<SiteSettings> settings, ChangeFeed feed, TimeProvider time)
{
    /// <param name="at">UTC; the time at which the page is looked at. Null: now.</param>
    public async ValueTask<PageRendering> RunAsync(HttpContext context, DateTime? at = null)
    {
        var asOf = feed.Position;
        var tenant = context.TryTenant();
        var site = tenant is null ? new SiteSettings() : await settings.GetAsync(tenant.Id);
        var culture = CultureInfo.GetCultureInfo(site.Culture);
        return new PageRendering(context, tenant, site, culture, at ?? time.GetUtcNow().UtcDateTime, asOf);
    }
}
