using Microsoft.Extensions.Localization;
using OrchardSite.Admin.Home;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Directives.Delivery;

/// <summary>What was sent to the site and waits for it, on the desk of those who act on it or follow it.</summary>
internal sealed class ReceivedTile(SiteDbContext db, DeliveryReader reader, TenantCache<SiteSettings> settings, TimeProvider time, IStringLocalizer localizer) : IDashboardTile
{
    private const int Most = 5;

    public int Position => 6;

    public async Task<DashboardTile?> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!DeliveryPermissions.MaySeeReceived(actor))
        {
            return null;
        }

        var today = time.TodayIn((await settings.GetAsync(db.TenantId)).TimeZone);
        var (waiting, late) = await reader.OwedAsync(today, cancellationToken);
        if (waiting == 0)
        {
            return null;
        }

        var (rows, _) = await reader.InboxAsync(state: null, page: 1, cancellationToken);
        return new DashboardTile(localizer["Directives received"], "/Pages/Admin/Directives/_ReceivedTile.cshtml", new ReceivedDirectives(waiting, late, rows.Take(Most).ToArray(), today));
    }
}

/// <param name="Waiting">How many wait for the site to do something.</param>
/// <param name="First">Those that are due first.</param>
public sealed record ReceivedDirectives(int Waiting, int Late, IReadOnlyList<DirectiveDelivery> First, DateOnly Today);
