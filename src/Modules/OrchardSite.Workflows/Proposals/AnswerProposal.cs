using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Content.Operations;
using OrchardSite.Data;
using OrchardSite.Workflows.Moves;

namespace OrchardSite.Workflows.Proposals;

/// <summary>The department's editors take over what units propose, its approvers approve what they ask for, or return it. Scoped: works for the department's site.</summary>
public sealed class AnswerProposal(SiteDbContext db, IDbContextFactory<SiteDbContext> contexts, Originals originals, SaveContent save, TimeProvider time, IStringLocalizer localizer)
{
    private const int MostListed = 200;

    /// <summary>Those that the person may answer; what waits first, the newest first.</summary>
    public async Task<IReadOnlyList<Proposal>> ListAsync(Actor actor, CancellationToken cancellationToken) =>
    [
        .. (await db.Set<Proposal>().AsNoTracking().Where(row => row.ToTenantId == db.TenantId && row.State != ProposalState.CalledOff)
            .OrderBy(row => row.State == ProposalState.Waiting ? 0 : 1).ThenByDescending(row => row.ProposedUtc).Take(MostListed).ToListAsync(cancellationToken))
            .Where(row => MayAnswer(row, actor)),
    ];

    /// <summary>Makes a draft of it on this site, which goes its way here.</summary>
    public async Task<OperationResult<SavedContent>> AcceptAsync(string id, int revision, string? categoryId, Actor actor, CancellationToken cancellationToken)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        var opened = await OpenAsync(id, revision, ProposalKind.TakeOver, actor, cancellationToken);
        if (!opened.Succeeded)
        {
            return OperationResult<SavedContent>.Refused(opened.Refusals);
        }

        if (string.IsNullOrEmpty(categoryId))
        {
            return new Refusal(RefusalKind.Invalid, localizer["Choose the category that it appears in here."], "Category");
        }

        var proposal = opened.Value;
        if (await originals.ReadAsync(proposal, cancellationToken) is not { } original)
        {
            return new Refusal(RefusalKind.Conflict, localizer["The unit has taken “{0}” down meanwhile.", proposal.Title]);
        }

        var content = await originals.TakeOverAsync(original, categoryId, copyId: null, actor, cancellationToken);
        var saved = await save.RunAsync(new ContentEdit(content, null, localizer["Taken over from {0}", original.Site]), actor, cancellationToken);
        if (!saved.Succeeded)
        {
            return saved;
        }

        Answer(proposal, ProposalState.Accepted, null, actor);
        (proposal.ToItemId, proposal.CopiedVersionId) = (saved.Value.ContentItemId, saved.Value.VersionId);
        await work.CommitAsync(cancellationToken);
        return saved;
    }

    /// <summary>Approves the version that the unit has approved; from then on the unit may publish it.</summary>
    public async Task<OperationResult<bool>> CoApproveAsync(string id, int revision, Actor actor, CancellationToken cancellationToken)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        var opened = await OpenAsync(id, revision, ProposalKind.CoApproval, actor, cancellationToken);
        if (!opened.Succeeded)
        {
            return OperationResult<bool>.Refused(opened.Refusals);
        }

        var proposal = opened.Value;
        await using var theirs = contexts.CreateForTenant(proposal.FromTenantId);
        var row = await theirs.Set<EditorialItem>().AsNoTracking().FirstOrDefaultAsync(row => row.ItemId == proposal.FromItemId, cancellationToken);
        if (row is null || !await theirs.Set<ContentItem>().AnyAsync(item => item.Id == proposal.FromItemId && item.DeletedUtc == null && item.LatestVersionId == proposal.FromVersionId, cancellationToken))
        {
            return new Refusal(RefusalKind.Conflict, localizer["The unit has changed or deleted “{0}” meanwhile.", proposal.Title]);
        }

        // A person may belong to both sites.
        if (actor.AccountId is { } account && (row.ApproverId == account || await new FourEyes(theirs).HadHandInNewestAsync(row, account, cancellationToken)))
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You had a hand in “{0}” yourself: somebody else must look at it.", proposal.Title]);
        }

        Answer(proposal, ProposalState.Accepted, null, actor);
        await work.CommitAsync(cancellationToken);
        return true;
    }

    public async Task<OperationResult<bool>> ReturnAsync(string id, int revision, string? reason, Actor actor, CancellationToken cancellationToken)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        var opened = await OpenAsync(id, revision, kind: null, actor, cancellationToken);
        if (!opened.Succeeded)
        {
            return OperationResult<bool>.Refused(opened.Refusals);
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Length > Proposal.LongestText)
        {
            return new Refusal(RefusalKind.Invalid, localizer["Give the reason, in {0} characters at most; the unit reads it.", Proposal.LongestText], "Reason");
        }

        Answer(opened.Value, ProposalState.Returned, reason, actor);
        await work.CommitAsync(cancellationToken);
        return true;
    }

    private async Task<OperationResult<Proposal>> OpenAsync(string id, int revision, ProposalKind? kind, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.Set<Proposal>().FirstOrDefaultAsync(row => row.Id == id && row.ToTenantId == db.TenantId && (kind == null || row.Kind == kind), cancellationToken) is not { } proposal)
        {
            return new Refusal(RefusalKind.NotFound, localizer["There is no such proposal."]);
        }

        if (!MayAnswer(proposal, actor))
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not answer “{0}”.", proposal.Title]);
        }

        return proposal.State == ProposalState.Waiting && proposal.Revision == revision
            ? proposal
            : new Refusal(RefusalKind.Conflict, localizer["“{0}” was answered meanwhile.", proposal.Title]);
    }

    /// <summary>Whoever takes something over has to edit it; whoever approves it could publish it.</summary>
    public static bool MayAnswer(Proposal proposal, Actor actor) =>
        proposal.Kind == ProposalKind.TakeOver ? actor.MayEdit(proposal.ContentType) : actor.MayPublish(proposal.ContentType);

    private void Answer(Proposal proposal, ProposalState state, string? answer, Actor actor)
    {
        (proposal.State, proposal.Answer, proposal.AnsweredBy, proposal.AnsweredUtc) = (state, answer, actor.Name, time.GetUtcNow().UtcDateTime);
        proposal.Revision++;
        db.Add(AuditEntry.Of(actor, $"{nameof(AnswerProposal)}.{state}", proposal.AnsweredUtc.Value, detail: answer is null ? $"“{proposal.Title}”" : $"“{proposal.Title}”: {answer}"));
    }
}
