using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Recipes;
using OrchardSite.Tenants;

namespace OrchardSite.Admin.Menu;

/// <summary>The menus of the dashboard that the site's recipes define, in Orchard Core's JSON.</summary>
internal sealed class SiteAdminMenu(TenantCache<SiteAdminMenu.Stored> menus, SiteDbContext db, AdminAddresses addresses) : IAdminMenuSource
{
    public async ValueTask<IReadOnlyList<AdminMenuItem>> ItemsAsync(CancellationToken cancellationToken) => WithPages((await menus.GetAsync(db.TenantId)).Items);

    // A recipe may come from a portal that has more pages than this one.
    private AdminMenuItem[] WithPages(IEnumerable<AdminMenuItem> items) => items
        .Select(item => item with { Path = item.Path is { } path && addresses.Exists(path) ? path : null, Items = WithPages(item.Items) })
        .ToArray();

    internal sealed record Stored(IReadOnlyList<AdminMenuItem> Items);

    internal sealed class Source : ITenantCacheSource<Stored>
    {
        public async Task<Stored> LoadAsync(SiteDbContext db, CancellationToken cancellationToken)
        {
            var document = await db.Set<SiteDocument>().AsNoTracking().FirstOrDefaultAsync(row => row.Name == AdminMenuStep.Document, cancellationToken);
            var menus = document is null ? [] : JsonNode.Parse(document.Json)!["AdminMenu"]!.AsArray();
            return new Stored(menus.OfType<JsonObject>().Where(IsEnabled).SelectMany(menu => ItemsOf(menu, "MenuItems")).ToArray());
        }

        public bool IsOutdatedBy(Change change) => change.Kind == ChangeKind.SiteChanged;

        private static IEnumerable<AdminMenuItem> ItemsOf(JsonObject parent, string member) =>
            (parent[member] as JsonArray ?? []).OfType<JsonObject>().Where(IsEnabled).Select((node, index) => new AdminMenuItem(
                Text(node, "LinkText") ?? "",
                Text(node, "LinkUrl")?.TrimStart('~', '/'),
                index,
                (node["PermissionNames"] as JsonArray ?? []).Select(name => name!.GetValue<string>()).ToArray(),
                IconOf(Text(node, "IconClass")))
            {
                Items = [.. ItemsOf(node, "Items")],
            });

        private static bool IsEnabled(JsonObject node) => node["Enabled"]?.GetValue<bool>() ?? true;

        private static string? Text(JsonObject node, string member) => node[member]?.GetValue<string>() is { Length: > 0 } text ? text : null;

        // Orchard Core writes the classes of Font Awesome; the last one names the picture.
        private static string IconOf(string? classes) => classes?.Split(' ')[^1].Replace("fa-", "", StringComparison.Ordinal) ?? "dot";
    }
}
