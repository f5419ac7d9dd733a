using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Content.Previewing;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Workflows.Proposals;

/// <summary>Shows the department's people what a unit puts before them, though they are strangers on its site. Scoped: works for the department's site.</summary>
public sealed class ReadProposal(SiteDbContext db, IDbContextFactory<SiteDbContext> contexts, TenantDirectory tenants, PreviewLinks previews)
{
    /// <returns>The unit's site and a page inside it; null when there is nothing for this person to read.</returns>
    public async Task<(Tenant Unit, string Page)?> FindAsync(string id, Actor actor, CancellationToken cancellationToken)
    {
        var proposal = await db.Set<Proposal>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.ToTenantId == db.TenantId, cancellationToken);
        if (proposal is null || !AnswerProposal.MayAnswer(proposal, actor) || tenants.Find(proposal.FromTenantId) is not { } unit)
        {
            return null;
        }

        await using var theirs = contexts.CreateForTenant(unit.Id);
        if (proposal.Kind == ProposalKind.TakeOver)
        {
            var path = await theirs.Set<ContentItem>().Where(item => item.Id == proposal.FromItemId && item.PublishedVersionId != null).Select(item => item.Path).FirstOrDefaultAsync(cancellationToken);
            return path is null ? null : (unit, path);
        }

        var version = await theirs.Set<ContentVersion>().AsNoTracking().FirstOrDefaultAsync(version => version.Id == proposal.FromVersionId, cancellationToken);
        return version is null ? null : (unit, previews.Make(version));
    }
}
