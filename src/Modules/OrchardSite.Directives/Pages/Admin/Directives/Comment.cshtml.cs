using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Directives.Consultations;

namespace OrchardSite.Directives.Pages.Admin;

/// <summary>One comment: who sent it, whether readers see it, what it was answered.</summary>
public sealed class CommentModel(CommentReader reader, JudgeComments judge, AnswerComment answer, EraseCommenter erase, IStringLocalizer localizer) : AdminPage
{
    public ConsultationComment Comment { get; private set; } = null!;

    public RoundRow Row { get; private set; } = null!;

    /// <summary>The answer, or what was typed when it was refused.</summary>
    public AnswerKind? Kind { get; private set; }

    public string? Text { get; private set; }

    /// <summary>What was asked for and refused.</summary>
    public string? Asked { get; private set; }

    public string? Reason { get; private set; }

    public bool MayManage => Actor.Can(ConsultationPermissions.ManageConsultations);

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (await ReadAsync(id, cancellationToken) is { } missing)
        {
            return missing;
        }

        (Kind, Text) = (Comment.AnswerKind, Comment.Answer);
        return Page();
    }

    public async Task<IActionResult> OnPostJudgeAsync(string id, int revision, CommentState? state, string? reason, CancellationToken cancellationToken)
    {
        var done = await judge.RunAsync([new PickedComment(id, revision)], state ?? CommentState.New, reason, Actor, cancellationToken);
        (Asked, Reason) = (state == CommentState.Hidden ? "Hide" : null, reason);
        return await AnswerAsync(id, done.Refusals, state == CommentState.Hidden ? localizer["The comment is hidden."] : localizer["The comment is accepted."], cancellationToken);
    }

    public async Task<IActionResult> OnPostAnswerAsync(string id, int revision, AnswerKind? kind, string? text, CancellationToken cancellationToken)
    {
        var done = await answer.RunAsync(new PickedComment(id, revision), kind, text, Actor, cancellationToken);
        return await AnswerAsync(id, done.Refusals, localizer["The answer is saved."], cancellationToken, () => (Kind, Text) = (kind, text));
    }

    public async Task<IActionResult> OnPostEraseAsync(string id, int revision, CancellationToken cancellationToken)
    {
        var done = await erase.RunAsync(new PickedComment(id, revision), Actor, cancellationToken);
        return await AnswerAsync(id, done.Refusals, localizer["Who sent the comment is erased."], cancellationToken);
    }

    private async Task<IActionResult> AnswerAsync(string id, IReadOnlyList<Refusal> refusals, string notice, CancellationToken cancellationToken, Action? keep = null)
    {
        if (refusals.Count == 0)
        {
            Notice = notice;
            return LocalRedirect(Url.Content($"~/Admin/Directives/Comments/{id}"));
        }

        if (await ReadAsync(id, cancellationToken) is { } missing)
        {
            return missing;
        }

        (Kind, Text) = (Comment.AnswerKind, Comment.Answer);
        keep?.Invoke();
        return Refused(refusals);
    }

    private async Task<IActionResult?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        if (!ConsultationPermissions.MaySeeComments(Actor))
        {
            return Forbidden(ConsultationPermissions.ManageConsultations.Description);
        }

        if (await reader.FindAsync(id, cancellationToken) is not { } comment || await reader.FindRoundAsync(comment.ItemId, cancellationToken) is not { } row)
        {
            return NotFound();
        }

        (Comment, Row) = (comment, row);
        return null;
    }
}
