using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Workflows.Definition;
using OrchardSite.Workflows.Moves;

namespace OrchardSite.Workflows.Proposals;

/// <summary>Asks the department for what its rules demand, and says what it has answered. Scoped: works for the unit's site.</summary>
public sealed class CoApprovals(SiteDbContext db, TermStore terms, TenantDirectory tenants, CurrentWorkflow current, DepartmentNews news, TimeProvider time, IStringLocalizer localizer)
{
    /// <summary>The category for which the department has to approve the item's newest version too; null: none.</summary>
    public async Task<Term?> DemandAsync(string itemId, CancellationToken cancellationToken)
    {
        // Most units have no rule.
        var rules = await db.Set<CoApprovalRule>().Where(rule => rule.TenantId == db.TenantId).Select(rule => rule.TermId).ToListAsync(cancellationToken);
        if (rules.Count == 0)
        {
            return null;
        }

        var tree = await terms.GetAsync();
        var named = await db.Set<LatestTerm>().Where(term => term.ItemId == itemId).Select(term => term.TermId).ToListAsync(cancellationToken);
        return named.Select(tree.Find).OfType<Term>().SelectMany(term => term.Ancestors.Append(term)).FirstOrDefault(term => rules.Contains(term.Id));
    }

    /// <summary>What the department was asked, and has answered, about a version; null: it was not asked. What waits comes before what was returned once.</summary>
    public Task<Proposal?> AskedAsync(string itemId, string versionId, CancellationToken cancellationToken) =>
        Of(itemId).AsNoTracking().Where(row => row.FromVersionId == versionId && row.State != ProposalState.CalledOff).OrderBy(row => row.State).FirstOrDefaultAsync(cancellationToken);

    /// <summary>True while an item waits for the department and not for the unit.</summary>
    public Task<bool> IsWaitingAsync(string itemId, CancellationToken cancellationToken) => Of(itemId).AnyAsync(row => row.State == ProposalState.Waiting, cancellationToken);

    /// <returns>Why the newest version may not be published yet; null when the department has nothing to say about it, or has approved it.</returns>
    public async Task<Refusal?> RefusalAsync(ContentItem item, CancellationToken cancellationToken)
    {
        if (await DemandAsync(item.Id, cancellationToken) is not { } term || await AskedAsync(item.Id, item.LatestVersionId, cancellationToken) is { State: ProposalState.Accepted })
        {
            return null;
        }

        return new Refusal(RefusalKind.Conflict, localizer["In the category “{0}” the department approves too. Approve “{1}”, and publish it when the department has approved it.", term.DisplayText, item.LatestText]);
    }

    /// <summary>Asks about a version that was approved, and calls off what was asked about any other.</summary>
    public async Task FollowAsync(EditorialItem row, string versionId, Actor actor, CancellationToken cancellationToken)
    {
        var isApproved = current.Workflow.AwaitsPublication(row.State) && FourEyes.IsApproved(row, versionId);
        foreach (var asked in await Of(row.ItemId).Where(asked => asked.State == ProposalState.Waiting).ToListAsync(cancellationToken))
        {
            if (!isApproved || asked.FromVersionId != versionId)
            {
                asked.State = ProposalState.CalledOff;
                asked.Revision++;
            }
        }

        if (isApproved && await DemandAsync(row.ItemId, cancellationToken) is not null && await AskedAsync(row.ItemId, versionId, cancellationToken) is null or { State: ProposalState.Returned })
        {
            var item = await db.Set<ContentItem>().FirstAsync(item => item.Id == row.ItemId, cancellationToken);
            Ask(item, row.ChangeNote, actor);
        }
    }

    /// <summary>Asks about all that was approved in a category before the department wanted to know.</summary>
    public async Task AskAllAsync(Term category, Actor actor, CancellationToken cancellationToken)
    {
        var ids = category.Subtree().Select(term => term.Id).ToArray();
        var states = current.Workflow.States.Where(state => current.Workflow.AwaitsPublication(state.Name)).Select(state => state.Name).ToArray();
        var approved = await (
            from row in db.Set<EditorialItem>()
            join item in db.Set<ContentItem>() on row.ItemId equals item.Id
            where states.Contains(row.State) && item.DeletedUtc == null && row.ApproverId != null && row.ApprovedVersionId == item.LatestVersionId
                && db.Set<LatestTerm>().Any(term => term.ItemId == item.Id && ids.Contains(term.TermId))
            select new { item, row.ChangeNote }).ToListAsync(cancellationToken);
        foreach (var one in approved)
        {
            if (await AskedAsync(one.item.Id, one.item.LatestVersionId, cancellationToken) is null)
            {
                Ask(one.item, one.ChangeNote, actor);
            }
        }
    }

    private IQueryable<Proposal> Of(string itemId) =>
        db.Set<Proposal>().Where(row => row.FromTenantId == db.TenantId && row.FromItemId == itemId && row.Kind == ProposalKind.CoApproval);

    private void Ask(ContentItem item, string? note, Actor actor) => news.Add(new Proposal
    {
        Kind = ProposalKind.CoApproval,
        FromTenantId = db.TenantId,
        FromItemId = item.Id,
        FromVersionId = item.LatestVersionId,
        ToTenantId = tenants.Find(ProposeItem.Department)!.Id,
        ContentType = item.ContentType,
        Title = item.LatestText,
        ProposedById = actor.AccountId,
        ProposedBy = actor.Name,
        ProposedUtc = time.GetUtcNow().UtcDateTime,
        Note = note,
    });
}
