using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Taxonomies;

namespace OrchardSite.Content.Trees;

/// <summary>A kind of item that holds a tree of smaller ones: where they stand in its JSON, and who may change them.</summary>
/// <param name="Name">As it stands in addresses of the dashboard.</param>
/// <param name="Part">The part that makes an item one of the kind.</param>
/// <param name="Top">JSON path of the list of the top entries inside the item.</param>
/// <param name="Below">JSON path of the list of the next ones inside an entry.</param>
public sealed record TreeKind(string Name, string Part, string Top, string Below, Permission Permission)
{
    public static TreeKind Menus { get; } = new("Menus", "MenuPart", "MenuItemsListPart.MenuItems", "MenuItemsListPart.MenuItems", TreePermissions.ManageMenu);

    public static TreeKind Taxonomies { get; } = new("Taxonomies", "TaxonomyPart", "TaxonomyPart.Terms", "Terms", TreePermissions.ManageTaxonomies);

    /// <summary>The kind whose pages of the dashboard an address belongs to.</summary>
    public static TreeKind At(PathString address) => address.StartsWithSegments("/Admin/" + Menus.Name, StringComparison.OrdinalIgnoreCase) ? Menus : Taxonomies;

    /// <summary>How deep an item of the kind may be. Of a menu it is what the theme shows: the definition of its type says so for each alias.</summary>
    public int LevelsOf(ContentType type, string? alias)
    {
        var settings = type.FindPart(Part)?.Settings?["OrchardSiteMenuSettings"] as JsonObject;
        var levels = (alias is null ? null : (settings?["LevelsOf"] as JsonObject).Number(alias)) ?? settings.Number("Levels") ?? TaxonomyRule.MostLevels;
        return Math.Clamp((int)levels, 1, TaxonomyRule.MostLevels);
    }

    /// <summary>The types of new entries.</summary>
    public IReadOnlyList<ContentType> TypesOf(JsonObject content, ContentDefinitions definitions) => this == Menus
        ? definitions.Types.Where(type => type.Stereotype == "MenuItem").OrderByDescending(type => type.Name, StringComparer.Ordinal).ToArray()
        : definitions.Find((content[Part] as JsonObject).Text("TermContentType") ?? "") is { } term ? [term] : [];
}
