using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Workflows.Proposals;

/// <summary>Notes with what is published or taken down that it has copies on another site. Scoped; inside a unit of work.</summary>
public sealed class OriginalChanges(SiteDbContext db)
{
    private const int Batch = 500;

    public Task PublishedAsync(IEnumerable<string> itemIds, CancellationToken cancellationToken) => NoteAsync(itemIds, OriginalNews.Corrected, cancellationToken);

    public async Task WithdrawnAsync(string itemId, CancellationToken cancellationToken)
    {
        await NoteAsync([itemId], OriginalNews.Withdrawn, cancellationToken);
        foreach (var waiting in await db.Set<Proposal>().Where(row => row.FromTenantId == db.TenantId && row.FromItemId == itemId && row.Kind == ProposalKind.TakeOver && row.State == ProposalState.Waiting).ToListAsync(cancellationToken))
        {
            waiting.State = ProposalState.CalledOff;
            waiting.Revision++;
        }
    }

    private async Task NoteAsync(IEnumerable<string> itemIds, OriginalNews news, CancellationToken cancellationToken)
    {
        foreach (var ids in itemIds.Chunk(Batch))
        {
            foreach (var proposal in await db.Set<Proposal>().Where(row => row.FromTenantId == db.TenantId && ids.Contains(row.FromItemId) && row.Kind == ProposalKind.TakeOver && row.State == ProposalState.Accepted).ToListAsync(cancellationToken))
            {
                proposal.News = news;
                proposal.Revision++;
            }
        }
    }
}
