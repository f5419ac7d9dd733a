using OrchardSite.Data;

namespace OrchardSite.Directives.Consultations;

/// <summary>Erases who sent a comment, because they ask for it; what they said stays. Scoped.</summary>
public sealed class EraseCommenter(SiteDbContext db, OpenComment open, CommentLog log)
{
    public async Task<OperationResult<ConsultationComment>> RunAsync(PickedComment picked, Actor actor, CancellationToken cancellationToken)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        var opened = await open.RunAsync([picked], actor, cancellationToken);
        if (!opened.Succeeded)
        {
            return OperationResult<ConsultationComment>.Refused(opened.Refusals);
        }

        var comment = opened.Value[0];
        comment.ForgetContact();
        (comment.Name, comment.Organisation) = ("", null);
        comment.ErasedUtc ??= log.Now;
        log.Add(comment, actor, nameof(EraseCommenter));
        return await open.CommitAsync(work, opened.Value, cancellationToken) is { } conflict ? conflict : comment;
    }
}
