using Microsoft.AspNetCore.Mvc;
using OrchardSite.Admin;
using OrchardSite.Directives.Delivery;

namespace OrchardSite.Directives.Pages.Admin;

/// <summary>The issuer's board: its directives, or its units, with how far they are.</summary>
public sealed class BoardModel(DeliveryReader reader, TimeProvider time) : AdminPage
{
    public static IReadOnlyList<DeliveryState> States { get; } = Enum.GetValues<DeliveryState>();

    /// <summary>True where each line is a unit.</summary>
    public bool IsByUnit { get; private set; }

    public IReadOnlyList<BoardRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? by, CancellationToken cancellationToken)
    {
        if (!DeliveryPermissions.MaySeeBoard(Actor))
        {
            return Forbidden(DeliveryPermissions.FollowDirectives.Description);
        }

        IsByUnit = by == "unit";
        var today = time.TodayIn(Site.TimeZone);
        Rows = IsByUnit ? await reader.ByUnitAsync(today, cancellationToken) : await reader.ByDirectiveAsync(today, cancellationToken);
        return Page();
    }
}
