using Microsoft.Extensions.Localization;
using OrchardSite.Users.Mail;

namespace OrchardSite.Workflows.Notifications;

/// <summary>Writes letters about what people were told, in the language of the current culture.</summary>
public sealed class NotificationLetters(NotificationTexts texts, IStringLocalizer localizer)
{
    public Letter One(string name, string address, MailSite site, Notification row)
    {
        var sentence = texts.SentenceOf(row);
        var said = row.Text is { } text ? text + "\n\n" : "";
        return new Letter(name, address, $"[{site.Name}] {sentence}", $"{sentence}\n\n{said}{site.Address}/{row.Page}\n\n{Why(site)}");
    }

    public Letter Digest(string name, string address, MailSite site, IReadOnlyList<Notification> rows)
    {
        var sentences = string.Join("\n", rows.Select(row => "- " + texts.SentenceOf(row)));
        return new Letter(name, address, $"[{site.Name}] {localizer["News for you: {0}", rows.Count]}", $"{sentences}\n\n{site.Address}/Admin/Notifications\n\n{Why(site)}");
    }

    private string Why(MailSite site) => localizer["You choose which letters you get at {0}", site.Address + "/Admin/Notifications"];
}
