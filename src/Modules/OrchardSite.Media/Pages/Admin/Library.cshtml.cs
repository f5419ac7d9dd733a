using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OrchardSite.Tenants;

namespace OrchardSite.Media.Pages.Admin;

[DisableRequestSizeLimit]
[RequestFormLimits(MultipartBodyLengthLimit = 1024L * 1024 * 1024)]
public sealed class LibraryModel(
    MediaList list, SaveMediaFile save, EditMediaFile edit, DeleteMediaFile delete, MediaFolders folders, ResumableUploads uploads, IOptions<MediaOptions> options, IStringLocalizer localizer) : MediaPage(list)
{
    [BindProperty(SupportsGet = true)]
    public MediaFilter Filter { get; set; } = new();

    public string Folder => Filter.Folder ?? "";

    /// <summary>True where readers get none of the files.</summary>
    public bool IsSecured => options.Value.IsSecured(Folder);

    public MediaListPage Files { get; private set; } = new([], [], 1, 0);

    public bool IsNarrowed => Filter.Kind != MediaKind.Any || !string.IsNullOrWhiteSpace(Filter.Q);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken) ?? Page();

    /// <summary>Files from a form, where no script sends them in parts.</summary>
    public async Task<IActionResult> OnPostUploadAsync(List<IFormFile> files, CancellationToken cancellationToken)
    {
        if (files.Count == 0)
        {
            return await RefuseAsync([new Refusal(RefusalKind.Invalid, localizer["Choose at least one file."])], cancellationToken);
        }

        var refusals = new List<Refusal>();
        foreach (var file in files)
        {
            await using var content = file.OpenReadStream();
            var saved = await AddAsync(MediaPath.Join(Folder, MediaPath.CleanName(file.FileName)), content, cancellationToken);
            refusals.AddRange(saved.Refusals.Select(refusal => refusal with { Message = $"{file.FileName}: {refusal.Message}" }));
        }

        return await TellAsync(files.Count - refusals.Count, count => localizer["Files added: {0}.", count], refusals, cancellationToken);
    }

    /// <summary>A file that has arrived in parts. Answered to the page's script, in words.</summary>
    public async Task<IActionResult> OnPostFinishAsync(string key, CancellationToken cancellationToken)
    {
        if (Actor.AccountId is not { } account || uploads.Find(key, HttpContext.Tenant().Id, account) is not { } upload)
        {
            return NotFound();
        }

        await using var content = uploads.Open(upload);
        if (content.Length != upload.Length)
        {
            return StatusCode(StatusCodes.Status409Conflict, localizer["The file has not arrived as a whole."].Value);
        }

        var saved = await AddAsync(upload.Path, content, cancellationToken);
        uploads.Remove(upload);
        return saved.Succeeded
            ? Content(saved.Value.Path)
            : StatusCode((int)saved.Refusals[0].Kind, saved.Refusals[0].Message);
    }

    public async Task<IActionResult> OnPostCreateFolderAsync(string? name, CancellationToken cancellationToken)
    {
        var created = await folders.CreateAsync(MediaPath.Join(Folder, (name ?? "").Trim()), Actor, cancellationToken);
        return created.Succeeded ? ToFolder(created.Value) : await RefuseAsync(created.Refusals, cancellationToken);
    }

    /// <param name="action"><c>Move</c> or <c>Delete</c>.</param>
    /// <param name="picked">Files as <c>REVISION|PATH</c>.</param>
    /// <param name="target">The folder to move them to.</param>
    public async Task<IActionResult> OnPostPickedAsync(string? action, string[] picked, string? target, CancellationToken cancellationToken)
    {
        if (picked.Length == 0)
        {
            return await RefuseAsync([new Refusal(RefusalKind.Invalid, localizer["Pick at least one file first."])], cancellationToken);
        }

        var refusals = new List<Refusal>();
        var done = 0;
        foreach (var one in picked.Take(MediaList.PageSize))
        {
            var reasons = await ActAsync(action == "Delete", one, target ?? "", cancellationToken);
            done += reasons.Count == 0 ? 1 : 0;
            refusals.AddRange(reasons);
        }

        return await TellAsync(done, count => action == "Delete" ? localizer["Files deleted: {0}.", count] : localizer["Files moved: {0}.", count], refusals, cancellationToken);
    }

    /// <summary>What is shown now, on another page.</summary>
    public string AddressOf(int page) => Request.PathBase + Request.Path + QueryWithout("page").Add("page", page.ToString(CultureInfo.InvariantCulture));

    /// <summary>What is shown now, with something to do.</summary>
    public string ActionOf(string handler) => Request.PathBase + Request.Path + QueryWithout("").Add("handler", handler);

    private QueryString QueryWithout(string name) => QueryString.Create(
        Request.Query.Where(pair => pair.Key != name && pair.Key != "handler").SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value)));

    private Task<OperationResult<MediaFile>> AddAsync(string path, Stream content, CancellationToken cancellationToken) =>
        save.RunAsync(new MediaUpload(path, content) { KeepBoth = true }, Actor, cancellationToken);

    private async Task<IReadOnlyList<Refusal>> ActAsync(bool deletes, string picked, string target, CancellationToken cancellationToken)
    {
        var (revision, path) = picked.Split('|', 2) is [var number, var rest] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? (seen, rest) : (0, picked);
        if (deletes)
        {
            return (await delete.RunAsync(path, revision, Actor, cancellationToken)).Refusals;
        }

        return await List.FindAsync(path, cancellationToken) is { } file
            ? (await edit.RunAsync(new MediaEdit(path, revision, MediaPath.Join(target, MediaPath.NameOf(path)), file.AltText, file.FocusX, file.FocusY), Actor, cancellationToken)).Refusals
            : [MediaRefusals.NoFile(localizer, path)];
    }

    private async Task<IActionResult> TellAsync(int done, Func<int, string> tell, IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken)
    {
        var told = done > 0 ? tell(done) : null;
        if (refusals.Count > 0)
        {
            Told = told;
            return await RefuseAsync(refusals, cancellationToken);
        }

        Notice = told;
        return LocalRedirect(Request.PathBase + Request.Path + QueryWithout(""));
    }

    private async Task<IActionResult> RefuseAsync(IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken) => await ReadAsync(cancellationToken) ?? Refused(refusals);

    private async Task<IActionResult?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await EnterAsync(cancellationToken) is { } forbidden)
        {
            return forbidden;
        }

        if (await List.FindAsync(Filter, cancellationToken) is not { } files)
        {
            return NotFound();
        }

        Files = files;
        return null;
    }
}
