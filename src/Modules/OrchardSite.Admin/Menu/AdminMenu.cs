using OrchardSite.Users.Roles;

namespace OrchardSite.Admin.Menu;

/// <summary>The dashboard's menu as a person sees it: what every module and the site's recipes add, without what they may not use.</summary>
public sealed class AdminMenu(IEnumerable<IAdminMenuSource> sources, PermissionCatalog permissions)
{
    public async Task<IReadOnlyList<AdminMenuItem>> ForAsync(Actor actor, CancellationToken cancellationToken)
    {
        var items = new List<AdminMenuItem>();
        foreach (var source in sources)
        {
            items.AddRange(await source.ItemsAsync(cancellationToken));
        }

        return Visible(items, actor);
    }

    private AdminMenuItem[] Visible(IEnumerable<AdminMenuItem> items, Actor actor) => items
        .Where(item => item.Permissions.Length == 0 || item.Permissions.Any(name => permissions.Allows(actor, name) || actor.CanInPart(name + "_")))
        .Select(item => item with { Items = Visible(item.Items, actor) })
        .Where(item => item.Path is not null || item.Items.Count > 0)
        .OrderBy(item => item.Position).ThenBy(item => item.Text, StringComparer.CurrentCulture)
        .ToArray();
}
