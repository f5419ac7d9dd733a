using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace OrchardSite.Media.Pages.Admin;

[DisableRequestSizeLimit]
[RequestFormLimits(MultipartBodyLengthLimit = 1024L * 1024 * 1024)]
public sealed class FileModel(MediaList list, MediaUses uses, SaveMediaFile save, EditMediaFile edit, DeleteMediaFile delete, IStringLocalizer localizer) : MediaPage(list)
{
    [BindProperty(SupportsGet = true, Name = "path")]
    public string? AskedPath { get; set; }

    public MediaFile Stored { get; private set; } = null!;

    public IReadOnlyList<MediaUse> Uses { get; private set; } = [];

    /// <summary>What is in the form: as stored, or as it was typed.</summary>
    public MediaEdit Typed { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(int revision, string? folder, string? name, string? altText, int? focusX, int? focusY, CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        Typed = new MediaEdit(Stored.Path, revision, MediaPath.Join(folder ?? "", (name ?? "").Trim()), altText, focusX, focusY);
        var edited = await edit.RunAsync(Typed, Actor, cancellationToken);
        return edited.Succeeded ? To(edited.Value.Path, localizer["Saved."]) : Refused(edited.Refusals);
    }

    public async Task<IActionResult> OnPostReplaceAsync(int revision, IFormFile? file, CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        if (file is null)
        {
            return Refused([new Refusal(RefusalKind.Invalid, localizer["Choose a file."])]);
        }

        if (MediaType.Of(file.FileName) != MediaType.Of(Stored.Path))
        {
            return Refused([new Refusal(RefusalKind.Invalid, localizer["The new file must be of the same kind: {0}.", Path.GetExtension(Stored.Path)])]);
        }

        await using var content = file.OpenReadStream();
        var saved = await save.RunAsync(new MediaUpload(Stored.Path, content, Revision: revision), Actor, cancellationToken);
        return saved.Succeeded ? To(saved.Value.Path, localizer["The file is replaced. Readers get the new one."]) : Refused(saved.Refusals);
    }

    public async Task<IActionResult> OnPostDeleteAsync(int revision, CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) is { } answer)
        {
            return answer;
        }

        var deleted = await delete.RunAsync(Stored.Path, revision, Actor, cancellationToken);
        if (!deleted.Succeeded)
        {
            return Refused(deleted.Refusals);
        }

        Notice = localizer["“{0}” is deleted.", MediaPath.NameOf(Stored.Path)];
        return ToFolder(Stored.Folder);
    }

    private LocalRedirectResult To(string path, string notice)
    {
        Notice = notice;
        return LocalRedirect(AddressOf("~/Admin/Media/File", "path", path));
    }

    private async Task<IActionResult?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await EnterAsync(cancellationToken) is { } forbidden)
        {
            return forbidden;
        }

        if (await List.FindAsync(AskedPath ?? "", cancellationToken) is not { } file)
        {
            return NotFound();
        }

        Stored = file;
        Typed = new MediaEdit(file.Path, file.Revision, file.Path, file.AltText, file.FocusX, file.FocusY);
        Uses = await uses.OfAsync(file.Path, cancellationToken);
        return null;
    }
}
