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

        var draft = new MediaDraft(path, inspected.Value, Keep, upload.AltText, upload.Revision);
        var saved = await RunAsync([draft], actor, cancellationToken);
        return saved.Succeeded
            ? (await db.Set<MediaFile>().FindAsync([db.TenantId, path], cancellationToken))!
            : OperationResult<MediaFile>.Refused(saved.Refusals);

        Task Keep(CancellationToken token) => store.KeepAsync(upload.Content, inspected.Value.Sha256, token);
    }

    /// <returns>What was new or different.</returns>
    internal async Task<OperationResult<List<MediaFile>>> RunAsync(IReadOnlyList<MediaDraft> drafts, Actor actor, CancellationToken cancellationToken)
    {
        var paths = drafts.Select(draft => draft.Path).ToArray();
        var known = await db.Set<MediaFile>().Where(file => paths.Contains(file.Path)).ToDictionaryAsync(file => file.Path, StringComparer.Ordinal, cancellationToken);
        if (drafts.FirstOrDefault(draft => draft.Revision is { } revision && revision != (known.GetValueOrDefault(draft.Path)?.Revision ?? 0)) is { } stale)
        {
            return ChangedMeanwhile(stale.Path);
        }

        var changed = new List<MediaFile>();
        var keeping = new List<MediaDraft>();
        foreach (var draft in drafts)
        {
            if (Apply(draft, known.GetValueOrDefault(draft.Path)) is { } file)
            {
                changed.Add(file);
                keeping.Add(draft);
                await draft.KeepAsync(cancellationToken);
            }
        }

        return changed.Count == 0 ? changed : await CommitAsync(changed, keeping, actor, cancellationToken);
    }

    private MediaFile? Apply(MediaDraft draft, MediaFile? file)
    {
        var facts = draft.Facts;
        var altText = draft.AltText ?? file?.AltText;
        if (file is not null && file.Sha256 == facts.Sha256 && file.AltText == altText)
        {
            return null;
        }

        if (file is null)
        {
            file = new MediaFile { Path = draft.Path, Size = 0, ContentType = "", Sha256 = "", ModifiedUtc = default };
            db.Add(file);
        }

        (file.Size, file.ContentType, file.Sha256, file.Width, file.Height) = (facts.Size, facts.ContentType, facts.Sha256, facts.Width, facts.Height);
        file.AltText = altText;
        file.ModifiedUtc = time.GetUtcNow().UtcDateTime;
        file.Revision++;
        return file;
    }

    private async Task<OperationResult<List<MediaFile>>> CommitAsync(List<MediaFile> changed, List<MediaDraft> keeping, Actor actor, CancellationToken cancellationToken)
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
        try
        {
            await using var work = db.Database.CurrentTransaction is null ? await db.BeginAsync(cancellationToken) : null;
            // Once more now that nobody else writes: a tenant that was being removed may have taken the same bytes with it.
            foreach (var draft in keeping)
            {
                await draft.KeepAsync(cancellationToken);
            }

            await (work?.CommitAsync(cancellationToken) ?? db.CommitAsync(cancellationToken));
            return changed;
        }
        catch (DbUpdateException exception) when (exception.Entries.Any(entry => entry.Entity is MediaFile))
        {
            return ChangedMeanwhile(changed[0].Path);
        }
    }

    private Refusal ChangedMeanwhile(string path) =>
        new(RefusalKind.Conflict, localizer["Somebody else has changed {0} in the meantime. Open it again to see how it is now.", path]);
}
