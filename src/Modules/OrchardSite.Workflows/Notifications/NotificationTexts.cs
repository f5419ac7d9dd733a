namespace OrchardSite.Workflows.Notifications;

/// <summary>Says what a notification is about, in the language of the current culture.</summary>
public sealed class NotificationTexts(IEnumerable<INotificationText> texts)
{
    public string SentenceOf(Notification row) => texts.Select(text => text.SentenceOf(row)).FirstOrDefault(sentence => sentence is not null) ?? row.Title;
}
