using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OrchardSite.Data;

namespace OrchardSite.Media;

/// <param name="Path">Where the file is.</param>
/// <param name="Revision">The one that the person saw.</param>
/// <param name="NewPath">Where it is to be; may be the same.</param>
/// <param name="FocusX">See <see cref="MediaFile.FocusX"/>.</param>
public sealed record MediaEdit(string Path, int Revision, string NewPath, string? AltText, int? FocusX = null, int? FocusY = null);

/// <summary>Changes what is known of a file: its name and folder, its text alternative, its focal point. Its former name still finds it.</summary>
public sealed class EditMediaFile(SiteDbContext db, MediaChanges changes, IOptions<MediaOptions> options, TimeProvider time, IStringLocalizer localizer)
{
    public async Task<OperationResult<MediaFile>> RunAsync(MediaEdit edit, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!MediaPath.TryRead(edit.NewPath, out var path, out var fault))
        {
            return MediaRefusals.Path(localizer, fault);
        }

        if (edit.AltText?.Length > MediaModel.LongestAltText)
        {
            return MediaRefusals.LongAltText(localizer);
        }

        if (edit.FocusX is < 0 or > 100 || edit.FocusY is < 0 or > 100)
        {
            return new Refusal(RefusalKind.Invalid, localizer["The focal point is inside the picture: from 0 to 100."], nameof(edit.FocusX));
        }

        await using var work = await db.BeginAsync(cancellationToken);
        if (await db.Set<MediaFile>().FirstOrDefaultAsync(row => row.Path == edit.Path, cancellationToken) is not { } file)
        {
            return MediaRefusals.NoFile(localizer, edit.Path);
        }

        if (!actor.MayChange(file) || !actor.MayAdd(MediaPath.FolderOf(path)))
        {
            return MediaRefusals.ForbiddenFolder(localizer, MediaPath.FolderOf(actor.MayChange(file) ? path : edit.Path));
        }

        if (file.Revision != edit.Revision)
        {
            return MediaRefusals.Changed(localizer, edit.Path);
        }

        if (options.Value.IsSecured(path) != options.Value.IsSecured(file.Path))
        {
            return MediaRefusals.SecuredMove(localizer);
        }

        if (path != file.Path)
        {
            if (await RefuseNameAsync(file, path, cancellationToken) is { } refusal)
            {
                return refusal;
            }

            file = await MoveAsync(file, path, cancellationToken);
        }

        Apply(file, edit);
        if (db.ChangeTracker.HasChanges())
        {
            await changes.RecordAsync(nameof(EditMediaFile), path == edit.Path ? [path] : [edit.Path, path], actor, cancellationToken);
        }

        await work.CommitAsync(cancellationToken);
        return file;
    }

    private void Apply(MediaFile file, MediaEdit edit)
    {
        var altText = string.IsNullOrWhiteSpace(edit.AltText) ? null : edit.AltText.Trim();
        var (focusX, focusY) = file.IsPicture && (edit.FocusX, edit.FocusY) is not (null or 50, null or 50) ? (edit.FocusX ?? 50, edit.FocusY ?? 50) : ((int?)null, (int?)null);
        if (file.AltText == altText && file.FocusX == focusX && file.FocusY == focusY)
        {
            return;
        }

        (file.AltText, file.FocusX, file.FocusY) = (altText, focusX, focusY);
        if (db.Entry(file).State == EntityState.Modified)
        {
            file.ModifiedUtc = time.GetUtcNow().UtcDateTime;
            file.Revision++;
        }
    }

    private async Task<Refusal?> RefuseNameAsync(MediaFile file, string path, CancellationToken cancellationToken)
    {
        if (!Path.GetExtension(path).Equals(Path.GetExtension(file.Path), StringComparison.OrdinalIgnoreCase))
        {
            return new Refusal(RefusalKind.Invalid, localizer["The name must end in {0}, as the file's content does.", Path.GetExtension(file.Path)], nameof(MediaUpload.Path));
        }

        var isTaken = await db.Set<MediaFile>().AnyAsync(row => row.Path == path, cancellationToken)
            || await db.Set<MediaFolder>().AnyAsync(row => row.Path == path, cancellationToken)
            || await db.Set<FormerMediaPath>().AnyAsync(row => row.Path == path && row.Target != file.Path, cancellationToken);
        return isTaken ? MediaRefusals.Taken(localizer, path) : null;
    }

    private async Task<MediaFile> MoveAsync(MediaFile file, string path, CancellationToken cancellationToken)
    {
        var former = await db.Set<FormerMediaPath>().Where(row => row.Target == file.Path).ToListAsync(cancellationToken);
        foreach (var row in former)
        {
            row.Target = path;
            if (row.Path == path)
            {
                db.Remove(row);
            }
        }

        var moved = file.At(path, time.GetUtcNow().UtcDateTime);
        db.Remove(file);
        db.Add(moved);
        db.Add(new FormerMediaPath { Path = file.Path, Target = path });
        await changes.AddFoldersAsync([moved.Folder], cancellationToken);
        return moved;
    }
}
