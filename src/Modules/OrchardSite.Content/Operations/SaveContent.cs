using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Editing;
using OrchardSite.Data;

namespace OrchardSite.Content.Operations;

/// <param name="Item">Orchard Core's item JSON: <c>ContentType</c>, <c>ContentItemId</c> for an existing item, and its parts.</param>
/// <param name="BaseVersionId">The version the edit began from; null for a new item.</param>
public sealed record ContentEdit(JsonObject Item, string? BaseVersionId, string? ChangeNote = null)
{
    /// <summary>The id that the new version gets, chosen before: the same form sent twice saves once.</summary>
    public string? VersionId { get; init; }

    /// <summary>True for an older version that comes back as it was: files that it showed may be gone since.</summary>
    public bool MayLackFiles { get; init; }

    /// <summary>Key of the lock under which it was edited; null where no lock was taken.</summary>
    public string? LockKey { get; init; }
}

public sealed record SavedContent(string ContentItemId, string VersionId);

/// <summary>Saves a new version as a draft. What readers see stays as it is. A save over somebody else's is refused.</summary>
public sealed class SaveContent(
    SiteDbContext db, ContentWriter writer, PrepareDraft prepare, ContentRights rights, ContentMediaRows media, EditLocks locks, TimeProvider time, IStringLocalizer localizer)
{
    public async Task<OperationResult<SavedContent>> RunAsync(ContentEdit edit, Actor actor, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var (metadata, parts) = ContentMetadata.Split(edit.Item);
        var prepared = await prepare.RunAsync(metadata, parts, publishing: false, now, cancellationToken);
        if (!prepared.Succeeded)
        {
            return OperationResult<SavedContent>.Refused(prepared.Refusals);
        }

        if (edit.ChangeNote?.Length > ContentModel.LongestNote)
        {
            return new Refusal(RefusalKind.Invalid, localizer["The change note may have {0} characters at most.", ContentModel.LongestNote]);
        }

        await using var work = await db.BeginAsync(cancellationToken);
        var id = prepared.Value.ContentItemId;
        var stored = await StoredContent.ReadAsync(db, [id], [edit.VersionId], cancellationToken);
        var existing = stored.Item(id);
        if (!await rights.MaySaveAsync(actor, prepared.Value, existing, cancellationToken))
        {
            return new Refusal(RefusalKind.Forbidden, actor.MayBegin(prepared.Value.Type.Name)
                ? localizer["You may not write content of the type {0} in this category.", prepared.Value.Type.DisplayName]
                : localizer["You may not write content of the type {0}.", prepared.Value.Type.DisplayName]);
        }

        if (existing?.DeletedUtc is not null)
        {
            return OpenContent.InBin(localizer);
        }

        if (existing is not null && existing.LatestVersionId == edit.VersionId)
        {
            return new SavedContent(id, existing.LatestVersionId);
        }

        if (existing?.LatestVersionId != edit.BaseVersionId)
        {
            return new Refusal(RefusalKind.Conflict, localizer["Somebody else has saved this content since you opened it. Compare the two versions before you save."]);
        }

        if (await locks.HolderAsync(id, edit.LockKey, cancellationToken) is { } holder)
        {
            return new Refusal(RefusalKind.Conflict, localizer["{0} is editing this content now and has taken it over.", holder]);
        }

        if (!edit.MayLackFiles && await media.CheckAsync(prepared.Value, localizer, cancellationToken) is { Count: > 0 } missing)
        {
            return OperationResult<SavedContent>.Refused(missing);
        }

        var write = new ContentWrite(prepared.Value, existing)
        {
            Publish = false,
            VersionId = stored.FreeVersionId(edit.VersionId),
            NewVersionNumber = stored.NextNumber(id),
            Operation = nameof(SaveContent),
            Owner = existing?.Owner ?? actor.Name,
            OwnerId = actor.AccountId,
            Author = actor.Name,
            AuthorId = actor.AccountId,
            CreatedUtc = existing?.CreatedUtc ?? now,
            ModifiedUtc = now,
            ChangeNote = edit.ChangeNote,
        };
        return await writer.WriteAsync([write], actor, cancellationToken) is { Count: > 0 } refusals
            ? OperationResult<SavedContent>.Refused(refusals)
            : await work.CommitAsync(new SavedContent(id, write.VersionId), localizer, cancellationToken);
    }
}

internal static class ContentCommit
{
    /// <summary>Commits, or refuses when somebody else was quicker.</summary>
    public static async Task<OperationResult<T>> CommitAsync<T>(this UnitOfWork work, T value, IStringLocalizer localizer, CancellationToken cancellationToken)
    {
        try
        {
            await work.CommitAsync(cancellationToken);
            return value;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal(RefusalKind.Conflict, localizer["Somebody else has saved this content since you opened it. Compare the two versions before you save."]);
        }
    }
}
