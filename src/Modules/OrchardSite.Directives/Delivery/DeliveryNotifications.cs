using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Users.Roles;
using OrchardSite.Workflows.Notifications;

namespace OrchardSite.Directives.Delivery;

/// <summary>Tells one side of what the other has done with a directive, and both of deadlines.</summary>
internal sealed class DeliveryNotifications(SiteDbContext db, CurrentTenant current, TenantMembers members) : INotificationSource
{
    public ChangeKind Kind => ChangeKind.DirectiveNews;

    public async Task<IReadOnlyList<Notification>> OfAsync(Change change, CancellationToken cancellationToken)
    {
        // A correction of the directive changes pages, and is no news for people.
        if (change.ItemId is null
            || await db.Set<DeliveryEntry>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == change.ItemId, cancellationToken) is not { } entry
            || await db.Set<DirectiveDelivery>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == entry.DeliveryId && (row.TenantId == db.TenantId || row.Site == current.Name), cancellationToken) is not { } delivery)
        {
            return [];
        }

        var isIssuer = delivery.TenantId == db.TenantId;
        return
        [
            .. (await members.AllAsync(cancellationToken)).Where(member => member.AccountId != entry.PersonId && Concerns(entry, delivery, isIssuer, member)).Select(member => new Notification
            {
                AccountId = member.AccountId!.Value,
                TenantId = db.TenantId,
                EntryId = entry.Id,
                ItemId = delivery.Id,
                Kind = NotificationKind.Directive,
                Page = $"Admin/Directives/Deliveries/{delivery.Id}",
                Title = delivery.Number,
                Person = isIssuer ? delivery.UnitName : delivery.PassedOnBy ?? delivery.Issuer,
                Transition = entry.Move,
                Text = entry.Text,
                CreatedUtc = entry.AtUtc,
            }),
        ];
    }

    // Who follows the boards hears of what is late, and of that alone.
    private static bool Concerns(DeliveryEntry entry, DirectiveDelivery delivery, bool isIssuer, Actor member) => entry.Move switch
    {
        DeliveryMove.Escalated => member.Can(DeliveryPermissions.FollowDirectives),
        DeliveryMove.Late when !isIssuer => member.Can(DeliveryPermissions.ReceiveDirectives) || member.Can(DeliveryPermissions.FollowDirectives),
        _ => isIssuer ? DeliveryPermissions.MaySend(member, delivery) : member.Can(DeliveryPermissions.ReceiveDirectives),
    };
}

/// <summary>Words what is done with directives that were sent.</summary>
internal sealed class DeliveryNotificationText(DeliveryTexts texts, IStringLocalizer localizer) : INotificationText
{
    public string? SentenceOf(Notification notification)
    {
        if (notification.Kind != NotificationKind.Directive)
        {
            return null;
        }

        var (number, other) = (notification.Title, notification.Person);
        return notification.Transition switch
        {
            DeliveryMove.Send => localizer["{1} has sent directive {0}.", number, other],
            DeliveryMove.Recall => localizer["{1} has recalled directive {0}.", number, other],
            DeliveryMove.DueSoon => localizer["Directive {0} is due soon.", number],
            DeliveryMove.Late => localizer["Directive {0} is late ({1}).", number, other],
            DeliveryMove.Escalated => localizer["Directive {0} has been late for days ({1}).", number, other],
            { } move => $"{number}: {texts.MoveName(move)} ({other}).",
            _ => null,
        };
    }
}
