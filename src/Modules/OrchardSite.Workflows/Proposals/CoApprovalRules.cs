using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Data;

namespace OrchardSite.Workflows.Proposals;

/// <summary>The categories of a unit in which the department approves too. Scoped: works for the unit's site.</summary>
public sealed class CoApprovalRules(SiteDbContext db, TermStore terms, CoApprovals coApprovals, TimeProvider time, IStringLocalizer localizer)
{
    /// <summary>Asks for a category, and about what waits in it already.</summary>
    public async Task<OperationResult<bool>> AddAsync(string? termId, Actor actor, CancellationToken cancellationToken)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        if ((await terms.GetAsync()).Find(termId) is not { } term)
        {
            return new Refusal(RefusalKind.Invalid, localizer["Choose one of the unit's categories."], "Category");
        }

        var known = await db.Set<CoApprovalRule>().Where(rule => rule.TenantId == db.TenantId).Select(rule => rule.TermId).ToListAsync(cancellationToken);
        if (term.Ancestors.Append(term).FirstOrDefault(above => known.Contains(above.Id)) is { } asked)
        {
            return new Refusal(RefusalKind.Conflict, localizer["The department is asked in “{0}” already.", asked.DisplayText], "Category");
        }

        db.Add(new CoApprovalRule { TenantId = db.TenantId, TermId = term.Id, AskedBy = actor.Name, AskedUtc = time.GetUtcNow().UtcDateTime });
        db.Add(AuditEntry.Of(actor, "AddCoApprovalRule", time.GetUtcNow().UtcDateTime, detail: term.DisplayText));
        await coApprovals.AskAllAsync(term, actor, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Asks no more; what waits for the department only because of it is the unit's own again.</summary>
    public async Task<OperationResult<bool>> RemoveAsync(string id, Actor actor, CancellationToken cancellationToken)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        if (await db.Set<CoApprovalRule>().FirstOrDefaultAsync(rule => rule.Id == id && rule.TenantId == db.TenantId, cancellationToken) is not { } rule)
        {
            return new Refusal(RefusalKind.NotFound, localizer["There is no such rule."]);
        }

        db.Remove(rule);
        db.Add(AuditEntry.Of(actor, "RemoveCoApprovalRule", time.GetUtcNow().UtcDateTime, detail: (await terms.GetAsync()).Find(rule.TermId)?.DisplayText ?? rule.TermId));
        await db.SaveChangesAsync(cancellationToken);
        foreach (var asked in await db.Set<Proposal>().Where(row => row.FromTenantId == db.TenantId && row.Kind == ProposalKind.CoApproval && row.State == ProposalState.Waiting).ToListAsync(cancellationToken))
        {
            if (await coApprovals.DemandAsync(asked.FromItemId, cancellationToken) is null)
            {
                asked.State = ProposalState.CalledOff;
                asked.Revision++;
            }
        }

        await work.CommitAsync(cancellationToken);
        return true;
    }
}
