using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;
using OrchardSite.Data;

namespace OrchardSite.Content.Operations;

/// <summary>Makes the newest version of an item the one that readers see.</summary>
public sealed class PublishContent(
    SiteDbContext db, ContentWriter writer, ContentPreparation preparation, ReferenceCheck references, TimeProvider time, IStringLocalizer localizer)
{
    /// <param name="versionId">The version that the person saw and wants to publish; refused when there is a newer one.</param>
    public async Task<OperationResult<SavedContent>> RunAsync(
        string contentItemId, string versionId, Actor actor, string? changeNote = null, CancellationToken cancellationToken = default)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        var item = await db.Set<ContentItem>().FirstOrDefaultAsync(row => row.Id == contentItemId, cancellationToken);
        if (item is null)
        {
            return new Refusal(RefusalKind.NotFound, localizer["There is no such content."]);
        }

        if (!actor.MayPublish(item.ContentType))
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not publish content of the type {0}.", item.ContentType]);
        }

        if (item.LatestVersionId != versionId)
        {
            return new Refusal(RefusalKind.Conflict, localizer["There is a newer version than the one you saw. Look at it first."]);
        }

        if (item.PublishedVersionId == versionId)
        {
            return new SavedContent(item.Id, versionId);
        }

        var now = time.GetUtcNow().UtcDateTime;
        var version = await db.Set<ContentVersion>().AsNoTracking().FirstAsync(row => row.Id == versionId, cancellationToken);
        var metadata = new ContentMetadata(
            item.Id, versionId, item.ContentType, version.DisplayText, true, item.CreatedUtc, now, item.PublishedUtc ?? now, item.Owner, version.Author);
        var prepared = await preparation.PrepareAsync(metadata, WholeContent(version), await preparation.BasisAsync(), publishing: true, now);
        if (!prepared.Succeeded)
        {
            return OperationResult<SavedContent>.Refused(prepared.Refusals);
        }

        if (await references.CheckAsync(prepared.Value, cancellationToken) is { Count: > 0 } missing)
        {
            return OperationResult<SavedContent>.Refused(missing);
        }

        var write = new ContentWrite(prepared.Value, item)
        {
            Publish = true,
            VersionId = versionId,
            Operation = nameof(PublishContent),
            Owner = item.Owner,
            Author = version.Author,
            CreatedUtc = item.CreatedUtc,
            ModifiedUtc = now,
            ChangeNote = changeNote,
        };
        return await writer.WriteAsync([write], actor, cancellationToken) is { Count: > 0 } refusals
            ? OperationResult<SavedContent>.Refused(refusals)
            : await work.CommitAsync(new SavedContent(item.Id, versionId), localizer, cancellationToken);
    }

    /// <summary>A version's parts with the fields that readers never see.</summary>
    internal static JsonObject WholeContent(ContentVersion version)
    {
        var content = JsonNode.Parse(version.Json)!.AsObject();
        if (version.PrivateJson is not null)
        {
            MergeDefinitions.Into(content, JsonNode.Parse(version.PrivateJson)!.AsObject());
        }

        return content;
    }
}
