using Microsoft.Extensions.Localization;
using OrchardSite.Data;

namespace OrchardSite.Content.Operations;

/// <summary>Puts an item into the bin, from where it can be restored; readers no longer see it.</summary>
public sealed class DeleteContent(SiteDbContext db, OpenContent open, ContentRights rights, ContentWriter writer, ContentChanges changes, TimeProvider time, IStringLocalizer localizer)
{
    /// <param name="versionId">The version that the person saw; refused when there is a newer one.</param>
    public async Task<OperationResult<SavedContent>> RunAsync(string contentItemId, string versionId, Actor actor, CancellationToken cancellationToken = default)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        var opened = await open.RunAsync(contentItemId, versionId, item => ForbidAsync(item, actor, cancellationToken), cancellationToken, fromBin: true);
        if (!opened.Succeeded)
        {
            return OperationResult<SavedContent>.Refused(opened.Refusals);
        }

        var item = opened.Value;
        if (item.DeletedUtc is null)
        {
            if (item.PublishedVersionId is null)
            {
                changes.HiddenChanged(item, actor, nameof(DeleteContent));
            }
            else if (await writer.WithdrawAsync(item, actor, new ContentWithdrawal(nameof(DeleteContent)), cancellationToken) is { Count: > 0 } refusals)
            {
                return OperationResult<SavedContent>.Refused(refusals);
            }

            item.DeletedUtc = time.GetUtcNow().UtcDateTime;
        }

        return await work.CommitAsync(new SavedContent(item.Id, versionId), localizer, cancellationToken);
    }

    private async Task<string?> ForbidAsync(ContentItem item, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.MayDelete(item))
        {
            return localizer["You may not delete “{0}”.", item.LatestText];
        }

        return item.PublishedVersionId is null || await rights.MayPublishAsync(actor, item, cancellationToken)
            ? null
            : localizer["“{0}” is published: somebody who may publish must take it down first.", item.LatestText].Value;
    }
}
