using Microsoft.Extensions.Localization;
using OrchardSite.Admin.Home;

namespace OrchardSite.Workflows.Inbox;

/// <summary>The first of what waits for a person, on their desk.</summary>
internal sealed class InboxTile(TenantInbox inbox, IStringLocalizer localizer) : IDashboardTile
{
    private const int Most = 6;

    public int Position => 5;

    public async Task<DashboardTile?> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        var waiting = await inbox.FindAsync(actor, cancellationToken);
        return waiting.Count > 0 ? new DashboardTile(localizer["Waiting for me"], "/Pages/Admin/_InboxTile.cshtml", waiting.Take(Most).ToArray()) : null;
    }
}
