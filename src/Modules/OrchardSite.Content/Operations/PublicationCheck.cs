using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Content.Operations;

/// <summary>Says whether a version has all that readers need. Scoped.</summary>
public sealed class PublicationCheck(SiteDbContext db, PrepareDraft prepare, TimeProvider time)
{
    /// <returns>The version with its draft as it would be published, or what is missing.</returns>
    public async Task<OperationResult<(ContentVersion Version, ContentDraft Draft)>> RunAsync(ContentItem item, string versionId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var version = await db.Set<ContentVersion>().AsNoTracking().FirstAsync(row => row.Id == versionId, cancellationToken);
        var metadata = new ContentMetadata(
            item.Id, versionId, item.ContentType, version.DisplayText, true, item.CreatedUtc, now, item.PublishedUtc ?? now, item.Owner, version.Author);
        var prepared = await prepare.RunAsync(metadata, new ContentEdition(item, version).Content(), publishing: true, now, cancellationToken);
        return prepared.Succeeded ? (version, prepared.Value) : OperationResult<(ContentVersion, ContentDraft)>.Refused(prepared.Refusals);
    }
}
