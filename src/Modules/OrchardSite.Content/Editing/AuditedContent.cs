using Microsoft.EntityFrameworkCore;
using OrchardSite.Audit;
using OrchardSite.Data;

namespace OrchardSite.Content.Editing;

/// <summary>Leads from the audit log to the items that it tells of.</summary>
internal sealed class AuditedContent : IAuditItems
{
    public async Task<IReadOnlyDictionary<string, AuditItem>> FindAsync(SiteDbContext db, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        var items = await db.Set<ContentItem>().AsNoTracking().Where(item => ids.Contains(item.Id)).Select(item => new { item.Id, item.LatestText, item.DeletedUtc }).ToListAsync(cancellationToken);
        return items.ToDictionary(item => item.Id, item => ItemOf(item.Id, item.LatestText, item.DeletedUtc is not null), StringComparer.Ordinal);
    }

    private static AuditItem ItemOf(string id, string title, bool isDeleted)
    {
        var address = $"Admin/Contents/ContentItems/{id}";
        var versions = address + "/Versions";
        return new AuditItem(title, isDeleted ? versions : address + "/Edit", version => version > 1 ? $"{versions}?compare={version - 1}&with={version}" : versions);
    }
}
