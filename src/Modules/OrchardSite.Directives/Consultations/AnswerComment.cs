using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Text;

namespace OrchardSite.Directives.Consultations;

/// <summary>Says what became of a comment: what was taken up, or why not. An answer may be written anew. Scoped.</summary>
public sealed class AnswerComment(SiteDbContext db, OpenComment open, CommentLog log, IStringLocalizer localizer)
{
    public async Task<OperationResult<ConsultationComment>> RunAsync(PickedComment picked, AnswerKind? kind, string? text, Actor actor, CancellationToken cancellationToken)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        var opened = await open.RunAsync([picked], actor, cancellationToken);
        if (!opened.Succeeded)
        {
            return OperationResult<ConsultationComment>.Refused(opened.Refusals);
        }

        var words = VietnameseText.ToNfc(text ?? "").Trim().ReplaceLineEndings("\n");
        if (Check(kind, words).ToArray() is { Length: > 0 } refusals)
        {
            return OperationResult<ConsultationComment>.Refused(refusals);
        }

        var comment = opened.Value[0];
        (comment.AnswerKind, comment.Answer, comment.AnsweredUtc, comment.AnsweredBy) = (kind, words, log.Now, actor.Name);
        log.Add(comment, actor, nameof(AnswerComment), kind.ToString());
        return await open.CommitAsync(work, opened.Value, cancellationToken) is { } conflict ? conflict : comment;
    }

    private IEnumerable<Refusal> Check(AnswerKind? kind, string text)
    {
        if (kind is not { } chosen || !Enum.IsDefined(chosen))
        {
            yield return new Refusal(RefusalKind.Invalid, localizer["Choose what became of the comment."], "Kind");
        }

        if (text.Length == 0)
        {
            yield return new Refusal(RefusalKind.Invalid, localizer["Write the answer that readers get."], "Text");
        }
        else if (text.Length > ConsultationComment.LongestText)
        {
            yield return new Refusal(RefusalKind.Invalid, localizer["There may be {0} characters at most.", ConsultationComment.LongestText], "Text");
        }
    }
}
