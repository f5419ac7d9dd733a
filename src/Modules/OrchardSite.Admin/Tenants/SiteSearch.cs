using System.Globalization;
using OrchardSite.Tenants;
using OrchardSite.Tenants.Figures;
using OrchardSite.Text;

namespace OrchardSite.Admin.Tenants;

/// <summary>The members by which a list of sites can be ordered; by all but the name, the largest first.</summary>
public enum SiteOrder
{
    Name,
    Items,
    Media,
    Today,
    Month,
    Edited,
}

/// <summary>Which of the installation's sites are meant, and how they are ordered.</summary>
/// <param name="Words">Parts of a name, a prefix or a host, with or without diacritics; null: any.</param>
/// <param name="State">Null: any.</param>
/// <param name="Recipe">The one it was set up with; null: any.</param>
public sealed record SiteFilter(string? Words, TenantState? State, string? Recipe, SiteOrder Order = SiteOrder.Name);

/// <param name="Name">As its readers know it.</param>
public sealed record SiteRow(Tenant Tenant, string Name, FiguresOfTenant Figures);

/// <summary>Finds sites of the installation with their figures. Scoped.</summary>
public sealed class SiteSearch(TenantDirectory tenants, TenantCache<SiteSettings> settings, TenantFigureReader figures, TimeProvider time)
{
    public async Task<IReadOnlyList<SiteRow>> FindAsync(SiteFilter filter, CancellationToken cancellationToken)
    {
        var words = VietnameseText.Fold(filter.Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = new List<SiteRow>();
        foreach (var row in await RowsAsync(tenants.All.Where(tenant => IsMeant(tenant, filter)), cancellationToken))
        {
            if (words.Length == 0 || Contains(row, words))
            {
                found.Add(row);
            }
        }

        // A thousand names are compared ten thousand times: by keys that are made once.
        var alphabet = CultureInfo.CurrentCulture.CompareInfo;
        var byName = found.OrderBy(row => alphabet.GetSortKey(row.Name), Comparer<SortKey>.Create(SortKey.Compare)).ThenBy(row => row.Tenant.Id);
        return filter.Order == SiteOrder.Name ? [.. byName] : [.. byName.OrderByDescending(row => KeyOf(row.Figures, filter.Order))];
    }

    /// <returns>Null when there is no site of that technical name.</returns>
    public async Task<SiteRow?> FindAsync(string name, CancellationToken cancellationToken) =>
        tenants.Find(name) is { } tenant ? (await RowsAsync([tenant], cancellationToken)).Single() : null;

    private async Task<IReadOnlyList<SiteRow>> RowsAsync(IEnumerable<Tenant> meant, CancellationToken cancellationToken)
    {
        var zone = (await settings.GetAsync(tenants.Find(TenantNames.DefaultTenant)!.Id)).TimeZone;
        var known = await figures.ReadAsync(time.TodayIn(zone), cancellationToken);
        var rows = new List<SiteRow>();
        foreach (var tenant in meant)
        {
            var its = known.GetValueOrDefault(tenant.Id, FiguresOfTenant.None);
            // The settings of a thousand sites are not read for their names.
            var name = its.SiteName ?? (await settings.GetAsync(tenant.Id)).SiteName;
            rows.Add(new SiteRow(tenant, name.Length > 0 ? name : tenant.Name, its));
        }

        return rows;
    }

    private static bool Contains(SiteRow row, string[] words)
    {
        var text = VietnameseText.Fold($"{row.Name} {row.Tenant.Name} {row.Tenant.Prefix} {string.Join(' ', row.Tenant.Hosts)}");
        return Array.TrueForAll(words, word => text.Contains(word, StringComparison.Ordinal));
    }

    private static bool IsMeant(Tenant tenant, SiteFilter filter) =>
        (filter.State is null || tenant.State == filter.State)
        && (string.IsNullOrEmpty(filter.Recipe) || string.Equals(tenant.Recipe, filter.Recipe, StringComparison.OrdinalIgnoreCase));

    private static long KeyOf(FiguresOfTenant figures, SiteOrder order) => order switch
    {
        SiteOrder.Items => figures.Items,
        SiteOrder.Media => figures.MediaBytes,
        SiteOrder.Today => figures.RequestsToday,
        SiteOrder.Month => figures.RequestsOfMonth,
        _ => figures.LastEditUtc?.Ticks ?? 0,
    };
}
