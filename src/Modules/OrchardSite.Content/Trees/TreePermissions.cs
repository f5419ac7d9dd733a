namespace OrchardSite.Content.Trees;

/// <summary>Orchard Core's permissions on what a site is arranged by. Whoever has one needs none on content beside it.</summary>
public static class TreePermissions
{
    public static Permission ManageMenu { get; } = new("ManageMenu", "Manage menus");

    public static Permission ManageTaxonomies { get; } = new("ManageTaxonomies", "Manage taxonomies");

    internal static Permission[] All => [ManageMenu, ManageTaxonomies];
}
