using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Users.Roles;

namespace OrchardSite.Content.Layers;

/// <summary>What would be shown on an address.</summary>
/// <param name="Path">As the rules see it.</param>
/// <param name="IsFound">False where no item or category of the site has the address.</param>
public sealed record CheckedAddress(string Path, bool IsFound, IReadOnlyList<(string Zone, IReadOnlyList<string> Titles)> Zones);

/// <summary>Says which widgets would be shown on an address. Scoped.</summary>
public sealed class LayerCheck(SiteDbContext db, TenantCache<SiteWidgets> widgets, TenantCache<SiteSettings> settings, TenantCache<Taxonomies.TermTree> terms, ContentReader reader)
{
    /// <param name="typed">A path inside the site, or a whole address of it.</param>
    /// <param name="prefix">What the site's addresses begin with; empty for the first site.</param>
    /// <param name="role">Of a reader who is signed in; empty for one who is not.</param>
    public async Task<CheckedAddress> RunAsync(string typed, string prefix, string role)
    {
        var path = PathOf(typed, prefix);
        var site = await settings.GetAsync(db.TenantId);
        var clean = path.Trim('/').ToLowerInvariant();
        var type = await TypeOfAsync(clean, site);
        string[] roles = role.Length == 0 ? [Role.OfEverybody] : [role, Role.OfEveryMember, Role.OfEverybody];
        var page = new LayerPage(path, clean.Length == 0, site.Culture, type, role.Length > 0, roles);
        var shown = (await widgets.GetAsync(db.TenantId)).Widgets.Where(widget => widget.Layer?.Rule.Holds(page) == true);
        return new CheckedAddress(
            path, type is not null, [.. shown.GroupBy(widget => widget.Zone).Select(zone => (zone.Key, (IReadOnlyList<string>)[.. zone.Select(widget => widget.Item.DisplayText)]))]);
    }

    private async Task<string?> TypeOfAsync(string path, SiteSettings site)
    {
        if (path.Length == 0)
        {
            return site.HomeItemId is { } id ? (await reader.FindAsync(id))?.ContentType : null;
        }

        if ((await terms.GetAsync(db.TenantId)).FindByPath(path) is { } term)
        {
            return term.ContentType;
        }

        return path.Length <= ContentModel.LongestPath && await reader.FindByPathAsync(path) is { IsCurrent: true } route ? route.Item.ContentType : null;
    }

    private static string PathOf(string typed, string prefix)
    {
        var path = Uri.TryCreate(typed, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? Uri.UnescapeDataString(address.AbsolutePath) : typed.Split('?', '#')[0];
        path = path.StartsWith("~/", StringComparison.Ordinal) ? path[1..] : path;
        path = path.StartsWith('/') ? path : "/" + path;
        return prefix.Length > 0 && (path == prefix || path.StartsWith(prefix + "/", StringComparison.OrdinalIgnoreCase)) ? path[prefix.Length..] is { Length: > 0 } rest ? rest : "/" : path;
    }
}
