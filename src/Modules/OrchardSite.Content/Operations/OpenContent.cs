using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;

namespace OrchardSite.Content.Operations;

/// <summary>Opens an item for an operation, or says why it may not be changed. Scoped; inside a unit of work.</summary>
public sealed class OpenContent(SiteDbContext db, IStringLocalizer localizer)
{
    /// <param name="versionId">The version that the person saw; refused when there is a newer one. Null: whichever is the newest.</param>
    /// <param name="forbid">Why the person may not do it, as a sentence; null when they may.</param>
    /// <returns>The tracked row.</returns>
    public async Task<OperationResult<ContentItem>> RunAsync(
        string contentItemId, string? versionId, Func<ContentItem, Task<string?>> forbid, CancellationToken cancellationToken, bool fromBin = false)
    {
        var item = await db.Set<ContentItem>().FirstOrDefaultAsync(row => row.Id == contentItemId, cancellationToken);
        if (item is null)
        {
            return new Refusal(RefusalKind.NotFound, localizer["There is no such content."]);
        }

        if (await forbid(item) is { } reason)
        {
            return new Refusal(RefusalKind.Forbidden, reason);
        }

        if (item.DeletedUtc is not null && !fromBin)
        {
            return InBin(localizer);
        }

        return versionId is null || item.LatestVersionId == versionId
            ? item
            : new Refusal(RefusalKind.Conflict, localizer["There is a newer version of “{0}” than the one you saw. Look at it first.", item.LatestText]);
    }

    internal static Refusal InBin(IStringLocalizer localizer) =>
        new(RefusalKind.Conflict, localizer["This content is in the bin. Restore it before you go on with it."]);
}
