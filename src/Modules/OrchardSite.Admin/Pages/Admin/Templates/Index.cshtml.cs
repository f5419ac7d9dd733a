using Microsoft.AspNetCore.Mvc;
using OrchardSite.Theming.Templates;

namespace OrchardSite.Admin.Pages.Admin.Templates;

/// <summary>The theme's templates, and which of them this site has its own of.</summary>
public sealed class IndexModel(ThemeTemplates theme, TemplateHistory history) : AdminPage
{
    /// <summary>Those that the site has its own of first.</summary>
    public IReadOnlyList<(TemplateFile File, TemplateVersion? Own)> All { get; private set; } = [];

    protected override Permission Needed => TemplatePermissions.ManageTemplates;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var newest = await history.NewestAsync(cancellationToken);
        All =
        [
            .. theme.All.Select(file => (file, newest.GetValueOrDefault(file.Name) is { Content: not null } own ? own : null))
                .OrderBy(pair => pair.Item2 is null),
        ];
        return Page();
    }
}
