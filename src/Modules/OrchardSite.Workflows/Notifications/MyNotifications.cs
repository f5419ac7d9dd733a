using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Users.Roles;

namespace OrchardSite.Workflows.Notifications;

/// <summary>What a person was told, on all their sites. Scoped.</summary>
public sealed class MyNotifications(SiteDbContext db, TenantDirectory tenants, TenantCache<SiteSettings> settings, TimeProvider time)
{
    public const int MostListed = 100;

    public Task<int> UnreadAsync(int accountId, CancellationToken cancellationToken) =>
        Own(accountId).CountAsync(row => row.ReadUtc == null, cancellationToken);

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<ToldNotification>> ReadAsync(int accountId, CancellationToken cancellationToken)
    {
        var rows = await Own(accountId).AsNoTracking()
            .OrderByDescending(row => row.CreatedUtc).ThenBy(row => row.Id).Take(MostListed).ToListAsync(cancellationToken);
        var told = new List<ToldNotification>();
        foreach (var row in rows)
        {
            if (tenants.Find(row.TenantId) is { State: TenantState.Running } tenant)
            {
                told.Add(new ToldNotification(row, tenant, (await settings.GetAsync(tenant.Id)).NameOf(tenant)));
            }
        }

        return told;
    }

    /// <param name="seen">What the person has looked at.</param>
    public async Task MarkReadAsync(int accountId, Expression<Func<Notification, bool>> seen, CancellationToken cancellationToken)
    {
        var unread = db.Set<Notification>().Where(row => row.AccountId == accountId && row.ReadUtc == null).Where(seen);
        // Most pages are looked at without news; those write nothing.
        if (await unread.AnyAsync(cancellationToken))
        {
            var now = time.GetUtcNow().UtcDateTime;
            await unread.ExecuteUpdateAsync(set => set.SetProperty(row => row.ReadUtc, now), cancellationToken);
        }
    }

    public async Task<MailChoice> ChoiceAsync(int accountId, CancellationToken cancellationToken) =>
        await db.Set<NotificationChoice>().Where(row => row.AccountId == accountId).Select(row => (MailChoice?)row.Mail).FirstOrDefaultAsync(cancellationToken) ?? MailChoice.Immediate;

    public async Task ChooseAsync(int accountId, MailChoice mail, CancellationToken cancellationToken)
    {
        // Two choices at once: one after the other.
        await using var work = await db.BeginAsync(cancellationToken);
        if (await db.Set<NotificationChoice>().FirstOrDefaultAsync(row => row.AccountId == accountId, cancellationToken) is { } choice)
        {
            choice.Mail = mail;
        }
        else
        {
            db.Add(new NotificationChoice { AccountId = accountId, Mail = mail });
        }

        await work.CommitAsync(cancellationToken);
    }

    // Whoever no longer belongs to a site is not told its titles either.
    private IQueryable<Notification> Own(int accountId) => db.Set<Notification>()
        .Where(row => row.AccountId == accountId && db.Set<Membership>().Any(member => member.TenantId == row.TenantId && member.AccountId == accountId));
}

/// <param name="Site">Name of the site as its readers know it.</param>
public sealed record ToldNotification(Notification Row, Tenant Tenant, string Site);
