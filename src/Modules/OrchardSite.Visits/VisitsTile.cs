using Microsoft.Extensions.Localization;
using OrchardSite.Admin.Home;
using OrchardSite.Tenants;
using OrchardSite.Visits.Counting;
using OrchardSite.Visits.Figures;

namespace OrchardSite.Visits;

/// <summary>How much the site is read now, on the desk of those who may know.</summary>
internal sealed class VisitsTile(CurrentTenant tenant, TenantDirectory tenants, VisitFigures figures, SiteDays days, IStringLocalizer localizer) : IDashboardTile
{
    public int Position => 40;

    public async Task<DashboardTile?> ForAsync(Actor actor, CancellationToken cancellationToken) =>
        actor.Can(VisitPermissions.ViewVisits) && tenants.Find(tenant.Id)?.Features.Contains(VisitsManifest.Feature) == true
            ? new DashboardTile(localizer["Visits"], "/Pages/Admin/Visits/_VisitsTile.cshtml", await figures.SummaryAsync(await days.TodayAsync(tenant.Id), cancellationToken))
            : null;
}
