using Microsoft.Extensions.Localization;
using OrchardSite.Workflows.Definition;

namespace OrchardSite.Workflows.Notifications;

/// <summary>Words what is done with content on its way to readers.</summary>
internal sealed class EditorialText(WorkflowFile file, IStringLocalizer localizer) : INotificationText
{
    public string? SentenceOf(Notification notification) => WordsOf(notification)?.Value;

    private LocalizedString? WordsOf(Notification row) => row.Kind switch
    {
        NotificationKind.Waits => localizer["“{0}” waits for you ({1}: {2}).", row.Title, row.Person, DoneBy(row)],
        NotificationKind.Moved => localizer["“{0}”: {2} ({1}).", row.Title, row.Person, DoneBy(row)],
        NotificationKind.Assigned => localizer["{1} has given “{0}” to you.", row.Title, row.Person],
        NotificationKind.Mention => localizer["{1} has named you in a comment on “{0}”.", row.Title, row.Person],
        NotificationKind.Comment => localizer["{1} has commented on “{0}”.", row.Title, row.Person],
        NotificationKind.DueSoon => localizer["“{0}” is due soon.", row.Title],
        NotificationKind.Late => localizer["“{0}” is late.", row.Title],
        NotificationKind.Proposed => localizer["{1} proposes “{0}” to the department's site.", row.Title, row.Person],
        NotificationKind.AwaitsCoApproval => localizer["“{0}” waits for the department's approval ({1}).", row.Title, row.Person],
        NotificationKind.ToBeReadAgain => localizer["“{0}” is to be read again.", row.Title],
        _ => null,
    };

    private string DoneBy(Notification row) => row.Transition is { } name ? file.Workflow.Find(name)?.DisplayName.ToString() ?? name : "";
}
