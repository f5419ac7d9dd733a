using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OrchardSite.Data;

namespace OrchardSite.Media;

/// <param name="Content">Can be read several times.</param>
/// <param name="AltText">Null: as it was.</param>
/// <param name="Revision">Of the file it replaces, 0 where there must be none yet; null: whatever is there.</param>
public sealed record MediaUpload(string Path, Stream Content, string? AltText = null, int? Revision = null)
{
    /// <summary>True: where the path is taken by another file, both are kept, and the new one gets a number.</summary>
    public bool KeepBoth { get; init; }
}

/// <summary>A file that has been looked at and may enter the library.</summary>
/// <param name="KeepAsync">Puts the bytes into the store; called only where they are new to the file.</param>
internal sealed record MediaDraft(string Path, MediaFacts Facts, Func<CancellationToken, Task> KeepAsync, string? AltText = null, int? Revision = null)
{
    /// <summary>Null: as it was, unless the picture is another one.</summary>
    public PictureFocus? Focus { get; init; }

    public bool HasFocusOf(MediaFile file) => Focus is not { } focus || (file.FocusX, file.FocusY) == (focus.X, focus.Y);
}

/// <summary>Puts files into the tenant's library. One that is there already with the same content stays untouched.</summary>
public sealed class SaveMediaFile(
    SiteDbContext db, MediaStore store, MediaInspector inspector, MediaChanges changes, CurrentTenant tenant, IOptions<MediaOptions> options, TimeProvider time, IStringLocalizer localizer)
{
    /// <returns>The file as it is now.</returns>
    public async Task<OperationResult<MediaFile>> RunAsync(MediaUpload upload, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!MediaPath.TryRead(upload.Path, out var path, out var fault))
        {
            return MediaRefusals.Path(localizer, fault);
        }

        if (Forbid(path, upload.AltText, actor) is { } refusal)
        {
            return refusal;
        }

        if (RefuseSize(upload.Content.Length) is { } large)
        {
            return large;
        }

        var content = inspector.WithoutMetadata(path, upload.Content);
        var inspected = inspector.Inspect(path, content);
        if (!inspected.Succeeded)
        {
            return OperationResult<MediaFile>.Refused(inspected.Refusals);
        }

        // First outside the transaction: a large file would keep every other writer waiting.
        await Keep(cancellationToken);
        await using var work = await db.BeginAsync(cancellationToken);
        path = upload.KeepBoth ? await FreePathAsync(path, inspected.Value.Sha256, cancellationToken) : path;
        var saved = await RunAsync([new MediaDraft(path, inspected.Value, Keep, upload.AltText, upload.Revision)], actor, cancellationToken);
        if (!saved.Succeeded)
        {
            return OperationResult<MediaFile>.Refused(saved.Refusals);
        }

        await work.CommitAsync(cancellationToken);
        return saved.Value is [var file] ? file : await db.Set<MediaFile>().SingleAsync(row => row.Path == path, cancellationToken);

        Task Keep(CancellationToken token) => store.KeepAsync(content, inspected.Value.Sha256, token);
    }

    /// <summary>What keeps the person from putting a file there, before its content is known; null: nothing.</summary>
    internal Refusal? Refuse(string path, long size, Actor actor) => Forbid(path, null, actor) ?? inspector.RefuseName(path) ?? RefuseSize(size);

    /// <summary>Many at once, as part of the transaction of a <see cref="UnitOfWork"/>.</summary>
    /// <returns>What was new or different.</returns>
    internal async Task<OperationResult<List<MediaFile>>> RunAsync(IReadOnlyList<MediaDraft> drafts, Actor actor, CancellationToken cancellationToken)
    {
        drafts = await UnderPresentNamesAsync(drafts, cancellationToken);
        var paths = drafts.Select(draft => draft.Path).ToArray();
        var known = await db.Set<MediaFile>().Where(file => paths.Contains(file.Path)).ToDictionaryAsync(file => file.Path, StringComparer.Ordinal, cancellationToken);
        if (drafts.Select(draft => Refuse(draft, known.GetValueOrDefault(draft.Path), actor)).FirstOrDefault(refusal => refusal is not null) is { } refused)
        {
            return refused;
        }

        var changed = new List<MediaFile>();
        foreach (var draft in drafts)
        {
            if (Apply(draft, known.GetValueOrDefault(draft.Path), actor) is { } file)
            {
                changed.Add(file);
                await draft.KeepAsync(cancellationToken);
            }
        }

        if (changed.Count == 0)
        {
            return changed;
        }

        if (changed.FindAll(file => file.Revision == 1) is { Count: > 0 } created)
        {
            await db.InsertAsync(created, cancellationToken);
            await changes.AddFoldersAsync(created.Select(file => file.Folder).Distinct(), cancellationToken);
        }

        await changes.RecordAsync(nameof(SaveMediaFile), changed.ConvertAll(file => file.Path), actor, cancellationToken);
        await db.CommitAsync(cancellationToken);
        return await RefuseTotalAsync(cancellationToken) is { } full ? full : changed;
    }

    private Refusal? Forbid(string path, string? altText, Actor actor)
    {
        var folder = MediaPath.FolderOf(path);
        return !actor.MayAdd(folder) ? MediaRefusals.ForbiddenFolder(localizer, actor.Can(MediaPermissions.ManageMediaFolder) ? folder : "")
            : altText?.Length > MediaModel.LongestAltText ? MediaRefusals.LongAltText(localizer)
            : null;
    }

    private Refusal? Refuse(MediaDraft draft, MediaFile? file, Actor actor) =>
        draft.Revision is { } revision && revision != (file?.Revision ?? 0) ? MediaRefusals.Changed(localizer, draft.Path)
        : file is not null && !actor.MayChange(file) ? MediaRefusals.Forbidden(localizer)
        : RefuseSize(draft.Facts.Size);

    private Refusal? RefuseSize(long size)
    {
        var most = options.Value.FileSizeOf(tenant.Name);
        return size > most ? MediaRefusals.TooLarge(localizer, most) : null;
    }

    // Asked when the rows are written: then what replaces something counts once.
    private async Task<Refusal?> RefuseTotalAsync(CancellationToken cancellationToken)
    {
        var most = options.Value.TotalSizeOf(tenant.Name);
        return await db.Set<MediaFile>().SumAsync(file => file.Size, cancellationToken) > most ? MediaRefusals.Full(localizer, most) : null;
    }

    // A file that was moved is still the one that its former name means.
    private async Task<IReadOnlyList<MediaDraft>> UnderPresentNamesAsync(IReadOnlyList<MediaDraft> drafts, CancellationToken cancellationToken)
    {
        var paths = drafts.Select(draft => draft.Path).ToArray();
        var moved = await db.Set<FormerMediaPath>().Where(former => paths.Contains(former.Path)).ToDictionaryAsync(former => former.Path, former => former.Target, cancellationToken);
        return moved.Count == 0 ? drafts : [.. drafts.Select(draft => moved.TryGetValue(draft.Path, out var target) ? draft with { Path = target } : draft)];
    }

    private async Task<string> FreePathAsync(string path, string sha256, CancellationToken cancellationToken)
    {
        var candidate = path;
        for (var number = 2; ; number++)
        {
            if (await db.Set<MediaFile>().AllAsync(file => file.Path != candidate || file.Sha256 == sha256, cancellationToken)
                && !await db.Set<FormerMediaPath>().AnyAsync(former => former.Path == candidate, cancellationToken))
            {
                return candidate;
            }

            candidate = MediaPath.Numbered(path, number);
        }
    }

    private MediaFile? Apply(MediaDraft draft, MediaFile? file, Actor actor)
    {
        var facts = draft.Facts;
        var altText = draft.AltText ?? file?.AltText;
        if (file is not null && file.Sha256 == facts.Sha256 && file.AltText == altText && draft.HasFocusOf(file))
        {
            return null;
        }

        file ??= new MediaFile { Path = draft.Path, Size = 0, ContentType = "", Sha256 = "", ModifiedUtc = default, OwnerId = actor.AccountId };
        if (file.Sha256 != facts.Sha256)
        {
            // What mattered in the picture before may be elsewhere in this one.
            (file.FocusX, file.FocusY) = (null, null);
        }

        if (draft.Focus is { } focus)
        {
            (file.FocusX, file.FocusY) = (focus.X, focus.Y);
        }

        (file.Size, file.ContentType, file.Sha256, file.Width, file.Height) = (facts.Size, facts.ContentType, facts.Sha256, facts.Width, facts.Height);
        file.AltText = altText;
        file.ModifiedUtc = time.GetUtcNow().UtcDateTime;
        file.Revision++;
        return file;
    }
}
