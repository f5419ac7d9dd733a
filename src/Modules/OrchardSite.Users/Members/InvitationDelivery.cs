using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Users.Accounts;
using OrchardSite.Users.Mail;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Users.Members;

/// <summary>Tells an invited person: by mail where the site can send any, otherwise through whoever has invited them.</summary>
public sealed class InvitationDelivery(SiteDbContext db, Mailer mailer, IStringLocalizer localizer, TimeProvider time)
{
    public static readonly TimeSpan Validity = TimeSpan.FromDays(7);

    /// <param name="hasWayIn">The person can sign in already and needs no link.</param>
    public async Task<Invited> DeliverAsync(Account account, bool hasWayIn, Actor actor, CancellationToken cancellationToken)
    {
        var site = await mailer.FindSiteAsync();
        if (hasWayIn)
        {
            return new Invited(account.Id, site is not null && await mailer.SendAsync(Welcome(account, site, actor), cancellationToken), Link: null);
        }

        if (site is not null)
        {
            var mailed = await LinkAsync(account, SignInLinkPurpose.InvitationByMail, cancellationToken);
            if (await mailer.SendAsync(WithLink(account, site, actor, mailed), cancellationToken))
            {
                return new Invited(account.Id, IsMailed: true, Link: null);
            }
        }

        return new Invited(account.Id, IsMailed: false, await LinkAsync(account, SignInLinkPurpose.InvitationByHand, cancellationToken));
    }

    private async Task<string> LinkAsync(Account account, SignInLinkPurpose purpose, CancellationToken cancellationToken)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        var expires = time.GetUtcNow().UtcDateTime + Validity;
        var token = await SignInLinks.IssueAsync(db, account.Id, purpose, expires, SetPasswordByLink.Invitations, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return $"/{AccountPaths.PasswordByLink}?token={token}";
    }

    private Letter Welcome(Account account, MailSite site, Actor actor) => new(
        account.DisplayName,
        account.Email!,
        localizer["You belong to {0} now", site.Name],
        localizer["Dear {0},\n\n{1} has added you to the site {2}. You sign in with the account that you have:\n\n{3}", account.DisplayName, actor.Name, site.Name, $"{site.Address}/{AccountPaths.SignIn}"]);

    private Letter WithLink(Account account, MailSite site, Actor actor, string link) => new(
        account.DisplayName,
        account.Email!,
        localizer["Invitation to {0}", site.Name],
        localizer["Dear {0},\n\n{1} invites you to work on the site {2}. With this link you set a password, once and within 7 days:\n\n{3}\n\nIf you do not know what this is about, nothing needs to be done.", account.DisplayName, actor.Name, site.Name, site.Address + link]);
}
