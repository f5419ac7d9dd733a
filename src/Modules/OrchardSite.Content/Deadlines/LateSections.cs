using Microsoft.Extensions.Localization;
using OrchardSite.Admin.Home;
using OrchardSite.Tenants;

namespace OrchardSite.Content.Deadlines;

/// <summary>The sections past their deadline for publishing, on the desk of who runs the site.</summary>
internal sealed class LateSections(SectionDeadlines deadlines, IStringLocalizer localizer) : IDashboardTile
{
    public int Position => 5;

    public async Task<DashboardTile?> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Can(TenantPermissions.ManageSettings))
        {
            return null;
        }

        IReadOnlyList<SectionState> late = [.. (await deadlines.AllAsync(cancellationToken)).Where(state => state.Late.Count > 0).OrderBy(state => state.Late[0].DueOn)];
        return late.Count == 0 ? null : new DashboardTile(localizer["Sections past their deadline"], "/Pages/Admin/Desk/_LateSections.cshtml", late);
    }
}
