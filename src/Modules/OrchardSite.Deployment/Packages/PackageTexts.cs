namespace OrchardSite.Deployment;

/// <summary>What the parts of packages are called, in English.</summary>
public static class PackageTexts
{
    public static string NameOf(PackagePart part) => part switch
    {
        PackagePart.Features => "Features",
        PackagePart.Settings => "Settings, without the site's name and address",
        PackagePart.Roles => "Roles, without people",
        PackagePart.Definitions => "Content types",
        PackagePart.Media => "Files of the library",
        PackagePart.Layers => "Layers",
        PackagePart.Content => "Content, with taxonomies, menus and widgets",
        PackagePart.CustomSettings => "Custom settings",
        PackagePart.AdminMenu => "Menu of the dashboard",
        PackagePart.Templates => "Templates of the site's own",
        _ => "Queries and synonyms",
    };

    /// <summary>What is said above the options of a part.</summary>
    public static string OptionsOf(PackagePart part) => part switch
    {
        PackagePart.Media => "Only these folders",
        PackagePart.Content => "Only these content types",
        _ => "Only these settings",
    };
}
