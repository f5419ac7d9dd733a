using OrchardSite.Data;

namespace OrchardSite.Workflows.Threads;

/// <summary>Writes entries of threads, and tells the change feed of those that concern somebody. Scoped; inside a unit of work.</summary>
public sealed class EditorialLog(SiteDbContext db)
{
    public void Add(EditorialEntry entry, bool isNews = true)
    {
        db.Add(entry);
        if (isNews)
        {
            db.Changes.Add(new Change { TenantId = db.TenantId, Kind = ChangeKind.EditorialNews, ItemId = entry.Id, Tags = "", OccurredUtc = entry.AtUtc });
        }
    }
}
