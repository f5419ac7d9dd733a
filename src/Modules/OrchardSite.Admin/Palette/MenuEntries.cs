using Microsoft.Extensions.Localization;
using OrchardSite.Admin.Menu;
using OrchardSite.Text;

namespace OrchardSite.Admin.Palette;

/// <summary>The pages of the dashboard's menu, found by their names with or without diacritics.</summary>
internal sealed class MenuEntries(AdminMenu menu, IStringLocalizer localizer) : IPaletteSource
{
    public async Task<IReadOnlyList<PaletteEntry>> FindAsync(string query, int take, Actor actor, CancellationToken cancellationToken)
    {
        var wanted = VietnameseText.Fold(query);
        return (await menu.ForAsync(actor, cancellationToken))
            .Prepend(new AdminMenuItem(localizer["My desk"], AdminPaths.Dashboard, 0, [], "house"))
            .SelectMany(item => item.Items.Prepend(item))
            .Where(item => item.Path is not null && VietnameseText.Fold(item.Text).Contains(wanted, StringComparison.Ordinal))
            .DistinctBy(item => item.Path, StringComparer.OrdinalIgnoreCase)
            .Select(item => new PaletteEntry(item.Text, localizer["Go to"], item.Path!, item.Icon))
            .Take(take)
            .ToArray();
    }
}
