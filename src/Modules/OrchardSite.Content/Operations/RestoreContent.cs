using Microsoft.Extensions.Localization;
using OrchardSite.Data;

namespace OrchardSite.Content.Operations;

/// <summary>Takes an item out of the bin; it comes back as a draft.</summary>
public sealed class RestoreContent(SiteDbContext db, OpenContent open, ContentChanges changes, IStringLocalizer localizer)
{
    public async Task<OperationResult<SavedContent>> RunAsync(string contentItemId, Actor actor, CancellationToken cancellationToken = default)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        var opened = await open.RunAsync(
            contentItemId,
            null,
            item => Task.FromResult(actor.MayDelete(item) ? null : localizer["You may not restore “{0}”.", item.LatestText].Value),
            cancellationToken,
            fromBin: true);
        if (!opened.Succeeded)
        {
            return OperationResult<SavedContent>.Refused(opened.Refusals);
        }

        var item = opened.Value;
        if (item.DeletedUtc is not null)
        {
            item.DeletedUtc = null;
            changes.HiddenChanged(item, actor, nameof(RestoreContent));
        }

        return await work.CommitAsync(new SavedContent(item.Id, item.LatestVersionId), localizer, cancellationToken);
    }
}
