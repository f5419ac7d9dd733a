using Microsoft.Extensions.Localization;
using OrchardSite.Data;

namespace OrchardSite.Content.Operations;

/// <summary>Takes an item away from readers; its versions stay.</summary>
public sealed class UnpublishContent(SiteDbContext db, OpenContent open, ContentRights rights, ContentWriter writer, IStringLocalizer localizer)
{
    /// <param name="reason">For colleagues.</param>
    /// <param name="notice">What readers are told at its address; null: that there is nothing.</param>
    public async Task<OperationResult<SavedContent>> RunAsync(
        string contentItemId, string versionId, Actor actor, string? reason = null, string? notice = null, CancellationToken cancellationToken = default)
    {
        if (reason?.Length > ContentModel.LongestNote || notice?.Length > ContentModel.LongestNote)
        {
            return new Refusal(RefusalKind.Invalid, localizer["The reason may have {0} characters at most.", ContentModel.LongestNote], "Reason");
        }

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

        if (opened.Value.PublishedVersionId is not null
            && await writer.WithdrawAsync(opened.Value, actor, new ContentWithdrawal(nameof(UnpublishContent), reason, notice), cancellationToken) is { Count: > 0 } refusals)
        {
            return OperationResult<SavedContent>.Refused(refusals);
        }

        return await work.CommitAsync(new SavedContent(contentItemId, versionId), localizer, cancellationToken);
    }
}
