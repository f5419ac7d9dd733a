using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;

namespace OrchardSite.Directives.Consultations;

/// <summary>Opens comments for somebody who is about to change them, or says why not. Scoped.</summary>
public sealed class OpenComment(SiteDbContext db, IStringLocalizer localizer)
{
    /// <param name="picked">Each with its revision as the person saw it.</param>
    /// <returns>All of them, or the reasons why none.</returns>
    public async Task<OperationResult<IReadOnlyList<ConsultationComment>>> RunAsync(IReadOnlyList<PickedComment> picked, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Can(ConsultationPermissions.ManageConsultations))
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not deal with comments on drafts."]);
        }

        if (picked.Count == 0)
        {
            return new Refusal(RefusalKind.Invalid, localizer["Pick at least one comment."]);
        }

        var ids = picked.Select(one => one.Id).ToArray();
        var found = await db.Set<ConsultationComment>().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, StringComparer.Ordinal, cancellationToken);
        if (ids.Any(id => !found.ContainsKey(id)))
        {
            return new Refusal(RefusalKind.NotFound, localizer["There is no such comment on this site."]);
        }

        var stale = picked.Where(one => found[one.Id].Revision != one.Revision).Select(one => Changed(found[one.Id])).ToArray();
        return stale.Length > 0 ? OperationResult<IReadOnlyList<ConsultationComment>>.Refused(stale) : found.Values.ToArray();
    }

    /// <summary>Commits; what somebody else changed meanwhile is a refusal.</summary>
    public async Task<Refusal?> CommitAsync(UnitOfWork work, IReadOnlyList<ConsultationComment> comments, CancellationToken cancellationToken)
    {
        foreach (var comment in comments)
        {
            comment.Revision++;
        }

        try
        {
            await work.CommitAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Changed(comments[0]);
        }
    }

    private Refusal Changed(ConsultationComment comment) => new(RefusalKind.Conflict, localizer["Something else was done with comment {0} meanwhile. Look at it again.", comment.Receipt]);
}

/// <param name="Revision">That of the comment as the person saw it.</param>
public sealed record PickedComment(string Id, int Revision)
{
    /// <summary>Reads <c>ID|REVISION</c>; null where it is something else.</summary>
    public static PickedComment? Read(string? text) =>
        text?.Split('|') is [{ Length: > 0 } id, var revision] && int.TryParse(revision, out var number) ? new PickedComment(id, number) : null;
}
