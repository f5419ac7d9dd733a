using Microsoft.Extensions.Localization;
using OrchardSite.Directives.Export;

namespace OrchardSite.Directives.Consultations;

/// <summary>The comments of a round as a file. How to reach people is in it for those alone who may see that.</summary>
public sealed class CommentTable(ConsultationTexts texts, IStringLocalizer localizer)
{
    /// <param name="timeOf">A time as people of the site read it.</param>
    public TableFile Of(IReadOnlyList<ConsultationComment> comments, bool withContacts, Func<DateTime, string> timeOf)
    {
        string[] contactHeads = withContacts ? [localizer["E-mail"], localizer["Telephone"]] : [];
        var table = new TableFile(
        [
            localizer["Receipt"], localizer["Sent on"], localizer["Full name"], localizer["Organisation"], .. contactHeads,
            localizer["Comment"], localizer["State"], localizer["Reason for hiding"], localizer["What became of it"], localizer["Answer"], localizer["Answered on"], localizer["Answered by"],
        ]);
        foreach (var comment in comments)
        {
            string[] contact = withContacts ? [comment.Email ?? "", comment.Phone ?? ""] : [];
            table.AddLine(
            [
                comment.Receipt, timeOf(comment.SentUtc), texts.SenderOf(comment), comment.Organisation ?? "", .. contact,
                comment.Text, texts.NameOf(comment.State), comment.HiddenReason ?? "", comment.AnswerKind is { } kind ? texts.NameOf(kind) : "", comment.Answer ?? "",
                comment.AnsweredUtc is { } answered ? timeOf(answered) : "", comment.AnsweredBy ?? "",
            ]);
        }

        return table;
    }
}
