using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Users.Accounts;
using OrchardSite.Users.Mail;
using OrchardSite.Users.Roles;

namespace OrchardSite.Workflows.Notifications;

/// <summary>
/// Sends what people were told by mail: at once, or each morning. A letter that was handed over when the process ended before it
/// could write that down goes out again under the same message id, by which mail programs know it for the same.
/// </summary>
public sealed class MailNotifications(IServiceProvider services, IDbContextFactory<SiteDbContext> contexts, TenantDirectory tenants, TenantCache<SiteSettings> settings, TimeProvider time, ILogger<MailNotifications> logger)
    : SteadyWork(TimeSpan.FromSeconds(5), time, logger)
{
    private const int Batch = 100;

    // After so long another node, or this one after a crash, takes it up again.
    private static readonly TimeSpan LongestSending = TimeSpan.FromMinutes(2);

    // Older ones are no news: mail was not set up, or could not be sent for days.
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(2);

    private static readonly TimeOnly DigestAt = new(7, 30);

    /// <summary>Sends all that is to be sent now.</summary>
    public override async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow().UtcDateTime;
        foreach (var waiting in await WaitingAsync(now, cancellationToken))
        {
            await SendAsync(waiting, now, cancellationToken);
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(new SiteSettings().TimeZoneId);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, zone));
        var morning = TimeZoneInfo.ConvertTimeToUtc(today.ToDateTime(DigestAt), zone);
        if (now >= morning)
        {
            foreach (var account in await DigestsAsync(today, morning, cancellationToken))
            {
                await DigestAsync(account, today, morning, now, cancellationToken);
            }
        }
    }

    private async Task<List<Notification>> WaitingAsync(DateTime now, CancellationToken cancellationToken)
    {
        var taken = now - LongestSending;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<Notification>().AsNoTracking()
            .Where(row => row.MailedUtc == null && (row.SendingUtc == null || row.SendingUtc < taken))
            .Where(row => !db.Set<NotificationChoice>().Any(choice => choice.AccountId == row.AccountId && choice.Mail == MailChoice.Digest))
            .OrderBy(row => row.CreatedUtc).Take(Batch).ToListAsync(cancellationToken);
    }

    private async Task SendAsync(Notification row, DateTime now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var mine = db.Set<Notification>().Where(one => one.Id == row.Id && one.MailedUtc == null && one.SendingUtc == row.SendingUtc);
        if (await mine.ExecuteUpdateAsync(set => set.SetProperty(one => one.SendingUtc, now), cancellationToken) == 0)
        {
            return;
        }

        var isWanted = now - row.CreatedUtc < Oldest && await BelongsAsync(db, row, cancellationToken) && !await db.Set<NotificationChoice>().AnyAsync(choice => choice.AccountId == row.AccountId && choice.Mail == MailChoice.None, cancellationToken);
        // Where the server does not take it now, it is tried again when the sending has lasted too long.
        if (!isWanted || await HandOverAsync([row], row.Id, digest: false, cancellationToken))
        {
            await db.Set<Notification>().Where(one => one.Id == row.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.MailedUtc, now), cancellationToken);
        }
    }

    // What has happened since the morning is for the next one.
    private async Task<IReadOnlyList<int>> DigestsAsync(DateOnly day, DateTime morning, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<NotificationChoice>()
            .Where(choice => choice.Mail == MailChoice.Digest && (choice.DigestedOn == null || choice.DigestedOn < day))
            .Where(choice => db.Set<Notification>().Any(row => row.AccountId == choice.AccountId && row.MailedUtc == null && row.CreatedUtc < morning))
            .Select(choice => choice.AccountId).ToListAsync(cancellationToken);
    }

    private async Task DigestAsync(int account, DateOnly day, DateTime morning, DateTime now, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<Notification>().AsNoTracking().Where(row => row.AccountId == account && row.MailedUtc == null && row.CreatedUtc < morning).OrderBy(row => row.CreatedUtc).Take(Batch).ToListAsync(cancellationToken);
        var taken = await db.Set<NotificationChoice>().Where(choice => choice.AccountId == account && (choice.DigestedOn == null || choice.DigestedOn < day))
            .ExecuteUpdateAsync(set => set.SetProperty(choice => choice.DigestedOn, day), cancellationToken);
        if (taken == 0)
        {
            return;
        }

        // What was read meanwhile needs no letter, and whoever has left a site is told nothing of it.
        var sites = await db.Set<Membership>().Where(member => member.AccountId == account).Select(member => member.TenantId).ToListAsync(cancellationToken);
        var unread = rows.Where(row => row.ReadUtc is null && sites.Contains(row.TenantId)).ToArray();
        if (unread.Length == 0 || await HandOverAsync(unread, $"{account}-{day:yyyyMMdd}", digest: true, cancellationToken))
        {
            var ids = rows.Select(row => row.Id).ToArray();
            await db.Set<Notification>().Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.MailedUtc, now), cancellationToken);
        }
        else
        {
            await db.Set<NotificationChoice>().Where(choice => choice.AccountId == account).ExecuteUpdateAsync(set => set.SetProperty(choice => choice.DigestedOn, (DateOnly?)null), cancellationToken);
        }
    }

    private static Task<bool> BelongsAsync(SiteDbContext db, Notification row, CancellationToken cancellationToken) =>
        db.Set<Membership>().AnyAsync(member => member.TenantId == row.TenantId && member.AccountId == row.AccountId, cancellationToken);

    /// <returns>True when it is handed over, or there is nobody to hand it over to.</returns>
    private async Task<bool> HandOverAsync(IReadOnlyList<Notification> rows, string id, bool digest, CancellationToken cancellationToken)
    {
        if (tenants.Find(rows[0].TenantId) is not { State: TenantState.Running } tenant)
        {
            return true;
        }

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo((await settings.GetAsync(tenant.Id)).Culture);
        await using var scope = services.CreateTenantScope(tenant.Identity);
        var mailer = scope.ServiceProvider.GetRequiredService<Mailer>();
        var account = await scope.ServiceProvider.GetRequiredService<SiteDbContext>().Set<Account>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == rows[0].AccountId, cancellationToken);
        if (account is not { IsDisabled: false, Email: { Length: > 0 } address } || await mailer.FindSiteAsync() is not { } site)
        {
            return true;
        }

        var letters = scope.ServiceProvider.GetRequiredService<NotificationLetters>();
        var letter = digest ? letters.Digest(account.DisplayName, address, site, rows) : letters.One(account.DisplayName, address, site, rows[0]);
        return await mailer.SendAsync(letter with { Id = id }, cancellationToken);
    }
}
