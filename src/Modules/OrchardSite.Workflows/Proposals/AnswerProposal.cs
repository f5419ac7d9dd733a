using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Operations;
using OrchardSite.Data;

namespace OrchardSite.Workflows.Proposals;

/// <summary>The department's editors take over what units propose, or return it. Scoped: works for the department's site.</summary>
public sealed class AnswerProposal(SiteDbContext db, Originals originals, SaveContent save, TimeProvider time, IStringLocalizer localizer)
{
    private const int MostListed = 200;

    /// <summary>Those of types that the person may edit here; what waits first, the newest first.</summary>
    public async Task<IReadOnlyList<Proposal>> ListAsync(Actor actor, CancellationToken cancellationToken) =>
    [
        .. (await db.Set<Proposal>().AsNoTracking().Where(row => row.ToTenantId == db.TenantId && row.State != ProposalState.CalledOff)
            .OrderBy(row => row.State == ProposalState.Waiting ? 0 : 1).ThenByDescending(row => row.ProposedUtc).Take(MostListed).ToListAsync(cancellationToken))
            .Where(row => actor.MayEdit(row.ContentType)),
    ];

    /// <summary>Makes a draft of it on this site, which goes its way here.</summary>
    public async Task<OperationResult<SavedContent>> AcceptAsync(string id, int revision, string? categoryId, Actor actor, CancellationToken cancellationToken)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        var opened = await OpenAsync(id, revision, actor, cancellationToken);
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

    public async Task<OperationResult<bool>> ReturnAsync(string id, int revision, string? reason, Actor actor, CancellationToken cancellationToken)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        var opened = await OpenAsync(id, revision, actor, cancellationToken);
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

    private async Task<OperationResult<Proposal>> OpenAsync(string id, int revision, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.Set<Proposal>().FirstOrDefaultAsync(row => row.Id == id && row.ToTenantId == db.TenantId, cancellationToken) is not { } proposal)
        {
            return new Refusal(RefusalKind.NotFound, localizer["There is no such proposal."]);
        }

        if (!actor.MayEdit(proposal.ContentType))
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not answer “{0}”.", proposal.Title]);
        }

        return proposal.State == ProposalState.Waiting && proposal.Revision == revision
            ? proposal
            : new Refusal(RefusalKind.Conflict, localizer["“{0}” was answered meanwhile.", proposal.Title]);
    }

    private void Answer(Proposal proposal, ProposalState state, string? answer, Actor actor)
    {
        (proposal.State, proposal.Answer, proposal.AnsweredBy, proposal.AnsweredUtc) = (state, answer, actor.Name, time.GetUtcNow().UtcDateTime);
        proposal.Revision++;
    }
}
