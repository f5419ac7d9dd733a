using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content.Definitions;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Content.Menus;

public sealed record Menu(string Id, string Alias, IReadOnlyList<MenuItem> Items);

/// <summary>A tenant's published menus, their links resolved.</summary>
public sealed class SiteMenus(IReadOnlyCollection<Menu> menus, IEnumerable<string> targets)
{
    private readonly FrozenDictionary<string, Menu> _byAlias = menus.Where(menu => menu.Alias.Length > 0).ToFrozenDictionary(menu => menu.Alias, StringComparer.Ordinal);
    private readonly FrozenDictionary<string, Menu> _byId = menus.ToFrozenDictionary(menu => menu.Id, StringComparer.Ordinal);

    private readonly FrozenSet<string> _targets = targets.ToFrozenSet(StringComparer.Ordinal);

    public Menu? FindByAlias(string alias) => _byAlias.GetValueOrDefault(alias);

    public Menu? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>True when an entry of a menu stands for the item, whether readers can see the item or not.</summary>
    public bool LinkTo(string contentItemId) => _targets.Contains(contentItemId);
}

internal sealed class SiteMenusSource : ITenantCacheSource<SiteMenus>
{
    public async Task<SiteMenus> LoadAsync(SiteDbContext db, CancellationToken cancellationToken)
    {
        var rows = await (
            from item in db.Set<ContentItem>().AsNoTracking()
            where item.ContentType == "Menu" && item.IsPublic
            join version in db.Set<ContentVersion>().AsNoTracking() on item.PublishedVersionId equals version.Id
            select new { item.Id, item.Alias, version.Json }).ToListAsync(cancellationToken);
        var menus = rows.ConvertAll(row => (row.Id, row.Alias, Json: JsonNode.Parse(row.Json)!.AsObject()));
        var targets = menus.SelectMany(menu => Children(menu.Json)).SelectMany(Subtree).Select(TargetOf).OfType<string>().Distinct().ToArray();
        var paths = await db.Set<ContentItem>().AsNoTracking()
            .Where(item => targets.Contains(item.Id) && item.IsPublic && item.Path != null)
            .ToDictionaryAsync(item => item.Id, item => item.Path!, cancellationToken);
        return new SiteMenus(menus.Select(menu => new Menu(menu.Id, menu.Alias ?? "", Build(Children(menu.Json), paths))).ToArray(), targets);
    }

    // An item that a menu links to tells the whole site when it appears, moves or is withdrawn.
    public bool IsOutdatedBy(Change change) => change.Kind == ChangeKind.ContentPublished && change.Tags is null;

    private static MenuItem[] Build(IEnumerable<JsonObject> items, Dictionary<string, string> paths)
    {
        var built = new List<MenuItem>();
        foreach (var json in items)
        {
            var children = Build(Children(json), paths);
            var address = (json["LinkMenuItemPart"] as JsonObject).Text("Url") ?? "";
            if (TargetOf(json) is { } target)
            {
                if (!paths.TryGetValue(target, out var path))
                {
                    continue;
                }

                address = "~/" + path;
            }

            built.Add(new MenuItem(json.Text("ContentItemId") ?? "", (json["TitlePart"] as JsonObject).Text("Title") ?? json.Text("DisplayText") ?? "", address, (json["LinkMenuItemPart"] as JsonObject).Text("Target") ?? "", children));
        }

        return built.ToArray();
    }

    private static IEnumerable<JsonObject> Children(JsonObject json) => ((json["MenuItemsListPart"] as JsonObject)?["MenuItems"] as JsonArray ?? []).OfType<JsonObject>();

    private static IEnumerable<JsonObject> Subtree(JsonObject json) => Children(json).SelectMany(Subtree).Prepend(json);

    private static string? TargetOf(JsonObject json) =>
        (((json["ContentMenuItemPart"] as JsonObject)?["SelectedContentItem"] as JsonObject)?["ContentItemIds"] as JsonArray)?.FirstOrDefault()?.ToString();
}
