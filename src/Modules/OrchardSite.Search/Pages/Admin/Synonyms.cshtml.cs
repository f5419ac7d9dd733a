using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Data;
using OrchardSite.Search.Querying;

namespace OrchardSite.Search.Pages.Admin;

public sealed class SynonymsModel(SiteDbContext db, SaveSynonyms save, IStringLocalizer localizer) : AdminPage
{
    /// <summary>Of the lines that the person saw; null when the site had none of its own.</summary>
    [BindProperty]
    public int? Revision { get; set; }

    /// <summary>As it was typed.</summary>
    [BindProperty]
    public string? Lines { get; set; }

    /// <summary>What somebody else has saved meanwhile; null where nobody has.</summary>
    public string? SavedMeanwhile { get; private set; }

    protected override Permission Needed => SearchPermissions.ManageSynonyms;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        (Lines, Revision) = await ReadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var typed = (Lines ?? "").ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        var saved = await save.RunAsync(typed, Revision, Actor, cancellationToken);
        if (saved.Succeeded)
        {
            Notice = localizer["The synonyms are saved. They count from now on."];
            return LocalRedirect(Url.Content("~/Admin/Search/Synonyms"));
        }

        if (saved.Refusals.Any(refusal => refusal.Kind == RefusalKind.Conflict))
        {
            // Who saves once more has seen what was saved meanwhile.
            (SavedMeanwhile, Revision) = await ReadAsync(cancellationToken);
            ModelState.Clear();
        }

        return Refused(saved.Refusals);
    }

    private async Task<(string Lines, int? Revision)> ReadAsync(CancellationToken cancellationToken)
    {
        var (lines, revision) = await SynonymsDocument.FindAsync(db, cancellationToken);
        return (string.Join('\n', lines), revision);
    }
}
