using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace OrchardSite.Media.Pages.Admin;

public sealed class FolderModel(MediaList list, MediaFolders folders, IStringLocalizer localizer) : MediaPage(list)
{
    [BindProperty(SupportsGet = true, Name = "path")]
    public string? AskedPath { get; set; }

    /// <summary>The path of the folder.</summary>
    public string Folder { get; private set; } = "";

    /// <summary>Where it is to go: as it is, or as it was chosen.</summary>
    public string NewPath { get; private set; } = "";

    protected override Permission Needed => MediaPermissions.ManageMediaFolder;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string? parent, string? name, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
        {
            return NotFound();
        }

        NewPath = MediaPath.Join(parent ?? "", (name ?? "").Trim());
        return Answer(await folders.MoveAsync(Folder, NewPath, Actor, cancellationToken), localizer["The folder is moved. Pages keep finding its files."]);
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken)
        ? Answer(await folders.DeleteAsync(Folder, Actor, cancellationToken), localizer["“{0}” is deleted.", MediaPath.NameOf(Folder)])
        : NotFound();

    private IActionResult Answer(OperationResult<string> done, string notice)
    {
        if (!done.Succeeded)
        {
            return Refused(done.Refusals);
        }

        Notice = notice;
        return ToFolder(done.Value);
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        await EnterAsync(cancellationToken);
        Folder = NewPath = AskedPath ?? "";
        return AllFolders.Contains(Folder);
    }
}
