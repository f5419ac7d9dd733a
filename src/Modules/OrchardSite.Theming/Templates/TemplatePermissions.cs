namespace OrchardSite.Theming.Templates;

/// <summary>Orchard Core's permission on templates. Who has it may put any script into the site's pages: it is for the site's administrators.</summary>
public static class TemplatePermissions
{
    public static Permission ManageTemplates { get; } = new("ManageTemplates", "Put the site's own templates in the place of the theme's (may change everything that readers see)");
}
