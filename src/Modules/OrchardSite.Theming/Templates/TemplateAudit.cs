namespace OrchardSite.Theming.Templates;

/// <summary>What the operations on templates write into the audit log.</summary>
internal static class TemplateAudit
{
    public static (string Name, string Description)[] Operations { get; } =
    [
        ("SaveTemplate", "Changed a template of the site"),
        ("TakeTemplateBack", "Went back to a template of the theme"),
        ("SetTemplateAside", "Set a template of the site aside that failed"),
    ];
}
