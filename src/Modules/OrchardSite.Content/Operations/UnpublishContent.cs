using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;

namespace OrchardSite.Content.Operations;

/// <summary>Takes an item away from readers; its versions stay.</summary>
public sealed class UnpublishContent(SiteDbContext db, ContentWriter writer, IStringLocalizer localizer)
{
    public async Task<OperationResult<SavedContent>> RunAsync(
        string contentItemId, string versionId, Actor actor, string? reason = null, CancellationToken cancellationToken = default)
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

        if (item.PublishedVersionId is not null
            && await writer.WithdrawAsync(item, actor, nameof(UnpublishContent), reason, cancellationToken) is { Count: > 0 } refusals)
        {
            return OperationResult<SavedContent>.Refused(refusals);
        }

        return await work.CommitAsync(new SavedContent(item.Id, versionId), localizer, cancellationToken);
    }
}
