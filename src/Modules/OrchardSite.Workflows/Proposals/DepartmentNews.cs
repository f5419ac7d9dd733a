using OrchardSite.Data;

namespace OrchardSite.Workflows.Proposals;

/// <summary>Puts something before the department, and tells the change feed, from which its people hear of it. Scoped; inside a unit of work.</summary>
public sealed class DepartmentNews(SiteDbContext db)
{
    public void Add(Proposal proposal)
    {
        db.Add(proposal);
        db.Changes.Add(new Change { TenantId = proposal.ToTenantId, Kind = ChangeKind.EditorialNews, ItemId = proposal.Id, Tags = "", OccurredUtc = proposal.ProposedUtc });
    }
}
