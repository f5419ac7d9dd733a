using OrchardSite.Tenants;
using OrchardSite.Theming;
using OrchardSite.Theming.PageCache;

namespace OrchardSite.Content.Menus;

/// <summary>Orchard Core's shape <c>Menu</c>: <c>{% shape "Menu", alias: "alias:main-menu" %}</c>, drawn by <c>Menu-MainMenu</c> or <c>Menu</c>.</summary>
internal sealed class MenuShapes(TenantCache<SiteMenus> menus) : IShapeProvider
{
    private const string AliasStart = "alias:";

    public string Name => "Menu";

    public async ValueTask<Shape?> BuildAsync(IReadOnlyDictionary<string, string> arguments, PageRendering page)
    {
        var alias = arguments.GetValueOrDefault("alias", "");
        alias = alias.StartsWith(AliasStart, StringComparison.Ordinal) ? alias[AliasStart.Length..] : alias;
        if (page.Tenant is null || (await menus.GetAsync(page.Tenant.Id)).FindByAlias(alias) is not { } menu)
        {
            return null;
        }

        return new Shape("Menu-" + string.Concat(alias.Split('-').Select(Capitalise)), "Menu")
        {
            ["Items"] = menu.Items,
            // Pages that light up the same links share one rendering. The page's own address counts only when a link is the page itself.
            Fragment = new FragmentKey(menu.Id, page.Culture.Name, string.Join(' ', Active(menu.Items, page))),
        };
    }

    private static IEnumerable<string> Active(IEnumerable<MenuItem> items, PageRendering page) =>
        items.Where(item => item.IsActive(page)).SelectMany(item => Active(item.Items, page).Prepend(item.IsPage(page) ? "=" + item.Id : item.Id));

    private static string Capitalise(string word) => word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word[1..];
}
