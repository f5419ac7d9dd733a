using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Theming.Templates;

namespace OrchardSite.Admin.Pages.Admin.Templates;

/// <summary>One of the theme's templates, to be changed for this site alone.</summary>
public sealed class EditModel(ThemeTemplates theme, TemplateHistory history, TemplateCheck check, IStringLocalizer localizer) : AdminPage
{
    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    /// <summary>Number of an earlier version that is to stand in the form.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    /// <summary>Number of the version that the person saw; 0 where there was none.</summary>
    [BindProperty]
    public int Number { get; set; }

    /// <summary>Of the page that is looked at, inside the site.</summary>
    [BindProperty]
    public string? Path { get; set; }

    public new TemplateFile File { get; private set; } = null!;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<TemplateVersion> Versions { get; private set; } = [];

    /// <summary>What the site shows in the place of the theme's; null: nothing.</summary>
    public TemplateVersion? Own => Versions.FirstOrDefault() is { Content: not null } own ? own : null;

    /// <summary>What somebody else has saved meanwhile; null where nobody has.</summary>
    public TemplateVersion? Meanwhile { get; private set; }

    public IReadOnlyList<TemplateFault> Faults { get; private set; } = [];

    protected override Permission Needed => TemplatePermissions.ManageTemplates;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
        {
            return NotFound();
        }

        Number = Versions.FirstOrDefault()?.Number ?? 0;
        var shown = Version is null ? Own : Versions.FirstOrDefault(version => version.Number == Version);
        if (Version is not null && shown is null)
        {
            return NotFound();
        }

        Text = shown?.Content ?? File.Text;
        Description = shown?.Description ?? "";
        Faults = check.Run(Text);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromServices] SaveTemplate save, CancellationToken cancellationToken) =>
        await EndAsync(await save.RunAsync(Edit(), Number, Actor, cancellationToken), localizer["The template “{0}” is saved; readers see it now.", Name ?? ""], cancellationToken);

    public async Task<IActionResult> OnPostBackAsync([FromServices] TakeTemplateBack back, CancellationToken cancellationToken) =>
        await EndAsync(await back.RunAsync(Name ?? "", Number, Actor, cancellationToken), localizer["Readers see the theme's template “{0}” again.", Name ?? ""], cancellationToken);

    /// <summary>Says what is wrong with what is typed, and keeps nothing. The page's script asks while somebody types.</summary>
    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancellationToken)
    {
        Faults = check.Run((Text ?? "").ReplaceLineEndings("\n"));
        if (Request.Headers.ContainsKey("HX-Request"))
        {
            return Partial("_Faults", Faults);
        }

        return await ReadAsync(cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostPreviewAsync([FromServices] PreviewTemplate preview, CancellationToken cancellationToken)
    {
        var previewed = await preview.RunAsync(Name ?? "", Text ?? "", Path ?? "", Actor, cancellationToken);
        return previewed.Succeeded ? LocalRedirect(Url.Content("~" + previewed.Value)) : await RefusedAsync(previewed.Refusals, cancellationToken);
    }

    private TemplateEdit Edit() => new(Name ?? "", Text ?? "", Description?.Trim() ?? "");

    private async Task<IActionResult> EndAsync(OperationResult<int> result, string notice, CancellationToken cancellationToken)
    {
        if (!result.Succeeded)
        {
            return await RefusedAsync(result.Refusals, cancellationToken);
        }

        Notice = notice;
        return LocalRedirect(Url.Content("~/Admin/Templates/Edit") + QueryString.Create("name", Name ?? ""));
    }

    private async Task<IActionResult> RefusedAsync(IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (refusals[0].Kind == RefusalKind.Conflict)
        {
            // Who saves once more has seen what was saved meanwhile.
            ModelState.Clear();
            Meanwhile = Versions.FirstOrDefault();
            Number = Meanwhile?.Number ?? 0;
        }

        Text ??= Own?.Content ?? File.Text;
        Faults = check.Run(Text.ReplaceLineEndings("\n"));
        return Refused(refusals);
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (theme.Find(Name ?? "") is not { } file)
        {
            return false;
        }

        File = file;
        Versions = await history.OfAsync(file.Name, cancellationToken);
        return true;
    }
}
