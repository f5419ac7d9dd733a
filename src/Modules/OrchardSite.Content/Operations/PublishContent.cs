using Microsoft.Extensions.Localization;
using OrchardSite.Data;

namespace OrchardSite.Content.Operations;

/// <summary>Makes the newest version of an item the one that readers see.</summary>
public sealed class PublishContent(
    SiteDbContext db, OpenContent open, ContentRights rights, ContentWriter writer, PublicationCheck check, TimeProvider time, IStringLocalizer localizer)
{
    /// <param name="update">What readers are told of the change; null: nothing.</param>
    /// <param name="versionId">The version that the person saw and wants to publish; refused when there is a newer one.</param>
    public async Task<OperationResult<SavedContent>> RunAsync(
        string contentItemId, string versionId, Actor actor, string? changeNote = null, UpdateLine? update = null, CancellationToken cancellationToken = default)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        var opened = await open.RunAsync(
            contentItemId,
            versionId,
            async item => await rights.MayPublishAsync(actor, item, cancellationToken) ? null : localizer["You may not publish “{0}”.", item.LatestText].Value,
            cancellationToken);
        if (!opened.Succeeded)
        {
            return OperationResult<SavedContent>.Refused(opened.Refusals);
        }

        var item = opened.Value;
        if (item.PublishedVersionId == versionId)
        {
            return new SavedContent(item.Id, versionId);
        }

        var prepared = await check.RunAsync(item, versionId, cancellationToken);
        if (!prepared.Succeeded)
        {
            return OperationResult<SavedContent>.Refused(prepared.Refusals);
        }

        var (version, draft) = prepared.Value;
        var write = new ContentWrite(draft, item)
        {
            Publish = true,
            VersionId = versionId,
            StoredVersionNumber = version.Number,
            Operation = nameof(PublishContent),
            Owner = item.Owner,
            Author = version.Author,
            CreatedUtc = item.CreatedUtc,
            ModifiedUtc = time.GetUtcNow().UtcDateTime,
            ChangeNote = changeNote,
            Update = update ?? UpdateLine.None,
        };
        return await writer.WriteAsync([write], actor, cancellationToken) is { Count: > 0 } refusals
            ? OperationResult<SavedContent>.Refused(refusals)
            : await work.CommitAsync(new SavedContent(item.Id, versionId), localizer, cancellationToken);
    }
}
