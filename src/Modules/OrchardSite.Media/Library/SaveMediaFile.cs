using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;

namespace OrchardSite.Media;

/// <param name="Content">Can be read several times.</param>
/// <param name="AltText">Null: as it was.</param>
/// <param name="Revision">Of the file it replaces, 0 where there must be none yet; null: whatever is there.</param>
public sealed record MediaUpload(string Path, Stream Content, string? AltText = null, int? Revision = null);

/// <summary>A file that has been looked at and may enter the library.</summary>
/// <param name="KeepAsync">Puts the bytes into the store; called only where they are new to the file.</param>
internal sealed record MediaDraft(string Path, MediaFacts Facts, Func<CancellationToken, Task> KeepAsync, string? AltText = null, int? Revision = null);

/// <summary>Puts files into the tenant's library. One that is there already with the same content stays untouched.</summary>
public sealed class SaveMediaFile(SiteDbContext db, MediaStore store, MediaInspector inspector, TimeProvider time, IStringLocalizer localizer)
{
    // A longer list of tags would cost more than it spares: then the whole site counts as changed.
    private const int MostTags = 200;

    /// <returns>The file as it is now.</returns>
    public async Task<OperationResult<MediaFile>> RunAsync(MediaUpload upload, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!actor.Can(MediaPermissions.ManageMediaContent))
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not change the files of this site."]);
        }

        if (!MediaPath.TryRead(upload.Path, out var path, out var fault))
        {
            return new Refusal(RefusalKind.Invalid, localizer[fault], nameof(upload.Path));
        }

        if (upload.AltText?.Length > MediaModel.LongestAltText)
        {
            return new Refusal(RefusalKind.Invalid, localizer["A text alternative has at most {0} characters.", MediaModel.LongestAltText], nameof(upload.AltText));
        }

        var inspected = inspector.Inspect(path, upload.Content);
        if (!inspected.Succeeded)
        {
            return OperationResult<MediaFile>.Refused(inspected.Refusals);
        }

        // First outside the transaction: a large file would keep every other writer waiting.
        await Keep(cancellationToken);
        await using var work = await db.BeginAsync(cancellationToken);
        var saved = await RunAsync([new MediaDraft(path, inspected.Value, Keep, upload.AltText, upload.Revision)], actor, cancellationToken);
        if (!saved.Succeeded)
        {
            return OperationResult<MediaFile>.Refused(saved.Refusals);
        }

        await work.CommitAsync(cancellationToken);
        return saved.Value is [var file] ? file : await db.Set<MediaFile>().SingleAsync(row => row.Path == path, cancellationToken);

        Task Keep(CancellationToken token) => store.KeepAsync(upload.Content, inspected.Value.Sha256, token);
    }

    /// <summary>Many at once, as part of the transaction of a <see cref="UnitOfWork"/>.</summary>
    /// <returns>What was new or different.</returns>
    internal async Task<OperationResult<List<MediaFile>>> RunAsync(IReadOnlyList<MediaDraft> drafts, Actor actor, CancellationToken cancellationToken)
    {
        var paths = drafts.Select(draft => draft.Path).ToArray();
        var known = await db.Set<MediaFile>().Where(file => paths.Contains(file.Path)).ToDictionaryAsync(file => file.Path, StringComparer.Ordinal, cancellationToken);
        if (drafts.FirstOrDefault(draft => draft.Revision is { } revision && revision != (known.GetValueOrDefault(draft.Path)?.Revision ?? 0)) is { } stale)
        {
            return new Refusal(RefusalKind.Conflict, localizer["Somebody else has changed {0} in the meantime. Open it again to see how it is now.", stale.Path]);
        }

        var changed = new List<MediaFile>();
        foreach (var draft in drafts)
        {
            if (Apply(draft, known.GetValueOrDefault(draft.Path)) is { } file)
            {
                changed.Add(file);
                await draft.KeepAsync(cancellationToken);
            }
        }

        if (changed.FindAll(file => file.Revision == 1) is { Count: > 0 } created)
        {
            await db.InsertAsync(created, cancellationToken);
        }

        if (changed.Count > 0)
        {
            await RecordAsync(changed, actor, cancellationToken);
        }

        return changed;
    }

    private MediaFile? Apply(MediaDraft draft, MediaFile? file)
    {
        var facts = draft.Facts;
        var altText = draft.AltText ?? file?.AltText;
        if (file is not null && file.Sha256 == facts.Sha256 && file.AltText == altText)
        {
            return null;
        }

        file ??= new MediaFile { Path = draft.Path, Size = 0, ContentType = "", Sha256 = "", ModifiedUtc = default };
        (file.Size, file.ContentType, file.Sha256, file.Width, file.Height) = (facts.Size, facts.ContentType, facts.Sha256, facts.Width, facts.Height);
        file.AltText = altText;
        file.ModifiedUtc = time.GetUtcNow().UtcDateTime;
        file.Revision++;
        return file;
    }

    private async Task RecordAsync(List<MediaFile> changed, Actor actor, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var tags = changed.Count <= MostTags ? string.Join(' ', changed.Select(file => CacheTag.Media(file.Path))) : null;
        db.Add(new Change { TenantId = db.TenantId, Kind = ChangeKind.MediaChanged, Tags = tags, OccurredUtc = now });
        db.Add(new AuditEntry
        {
            OccurredUtc = now,
            Actor = actor.Name,
            AccountId = actor.AccountId,
            Operation = nameof(SaveMediaFile),
            Detail = string.Join('\n', changed.Select(file => file.Path)),
        });
        await db.CommitAsync(cancellationToken);
    }
}
