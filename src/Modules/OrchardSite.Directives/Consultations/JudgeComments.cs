using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Text;

namespace OrchardSite.Directives.Consultations;

/// <summary>Accepts comments, so that readers see them, or hides them with a reason: all that were picked, or none. Scoped.</summary>
public sealed class JudgeComments(SiteDbContext db, OpenComment open, CommentLog log, IStringLocalizer localizer)
{
    /// <param name="reason">Why they are hidden; for those who work with comments alone.</param>
    /// <returns>How many there were.</returns>
    public async Task<OperationResult<int>> RunAsync(IReadOnlyList<PickedComment> picked, CommentState state, string? reason, Actor actor, CancellationToken cancellationToken)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        var opened = await open.RunAsync(picked, actor, cancellationToken);
        if (!opened.Succeeded)
        {
            return OperationResult<int>.Refused(opened.Refusals);
        }

        var words = VietnameseText.ToNfc(reason ?? "").Trim();
        if (Forbid(state, words) is { } refusal)
        {
            return refusal;
        }

        foreach (var comment in opened.Value)
        {
            (comment.State, comment.HiddenReason) = (state, state == CommentState.Hidden ? words : null);
            log.Add(comment, actor, $"{nameof(JudgeComments)}.{state}");
        }

        return await open.CommitAsync(work, opened.Value, cancellationToken) is { } conflict ? conflict : opened.Value.Count;
    }

    private Refusal? Forbid(CommentState state, string reason) => state switch
    {
        CommentState.Shown => null,
        not CommentState.Hidden => new Refusal(RefusalKind.Invalid, localizer["There is nothing like that to do."]),
        _ when reason.Length == 0 => new Refusal(RefusalKind.Invalid, localizer["Say why the comment is hidden; it is kept for your colleagues."], "Reason"),
        _ when reason.Length > ConsultationComment.LongestReason => new Refusal(RefusalKind.Invalid, localizer["There may be {0} characters at most.", ConsultationComment.LongestReason], "Reason"),
        _ => null,
    };
}
