using OrchardSite.Tenants;

namespace OrchardSite.Visits.Counting;

/// <summary>Which day it is for the readers of a site.</summary>
public sealed class SiteDays(TenantCache<SiteSettings> settings, TimeProvider time)
{
    public async ValueTask<DateOnly> TodayAsync(int tenantId) => time.TodayIn((await settings.GetAsync(tenantId)).TimeZone);
}
