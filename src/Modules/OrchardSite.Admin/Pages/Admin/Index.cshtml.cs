using OrchardSite.Admin.Home;

namespace OrchardSite.Admin.Pages.Admin;

public sealed class IndexModel(IEnumerable<IDashboardTile> tiles) : AdminPage
{
    public IReadOnlyList<DashboardTile> Tiles { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var shown = new List<DashboardTile>();
        foreach (var tile in tiles.OrderBy(tile => tile.Position))
        {
            if (await tile.ForAsync(Actor, cancellationToken) is { } found)
            {
                shown.Add(found);
            }
        }

        Tiles = shown;
    }
}
