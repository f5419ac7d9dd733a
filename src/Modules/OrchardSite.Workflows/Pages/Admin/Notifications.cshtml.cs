using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Workflows.Notifications;

namespace OrchardSite.Workflows.Pages.Admin;

/// <summary>What the person was told on all their sites, and how they want to be told by mail.</summary>
public sealed class NotificationsModel(MyNotifications notifications, NotificationTexts texts, IStringLocalizer localizer) : AdminPage
{
    public IReadOnlyList<ToldNotification> News { get; private set; } = [];

    public MailChoice Mail { get; private set; }

    public bool HasSeveralSites => News.Select(told => told.Tenant.Id).Distinct().Skip(1).Any();

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        News = await notifications.ReadAsync(Actor.AccountId!.Value, cancellationToken);
        Mail = await notifications.ChoiceAsync(Actor.AccountId!.Value, cancellationToken);
    }

    public async Task<IActionResult> OnPostReadAsync(CancellationToken cancellationToken)
    {
        await notifications.MarkReadAsync(Actor.AccountId!.Value, _ => true, cancellationToken);
        return LocalRedirect(Url.Content("~/Admin/Notifications"));
    }

    public async Task<IActionResult> OnPostMailAsync(string? mail, CancellationToken cancellationToken)
    {
        if (!Enum.TryParse<MailChoice>(mail, out var choice) || !Enum.IsDefined(choice))
        {
            await OnGetAsync(cancellationToken);
            return Refused([new Refusal(RefusalKind.Invalid, localizer["Choose when you get letters."], "Mail")]);
        }

        await notifications.ChooseAsync(Actor.AccountId!.Value, choice, cancellationToken);
        Notice = localizer["Saved."];
        return LocalRedirect(Url.Content("~/Admin/Notifications"));
    }

    public string SentenceOf(ToldNotification told) => texts.SentenceOf(told.Row);

    /// <summary>The page that tells the item's way, on its own site.</summary>
    public string AddressOf(ToldNotification told) => SiteLinks.To(told.Tenant, Request, told.Row.Page);
}
