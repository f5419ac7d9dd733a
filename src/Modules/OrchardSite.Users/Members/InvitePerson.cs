using System.Net.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Users.Accounts;
using OrchardSite.Users.Roles;

namespace OrchardSite.Users.Members;

/// <summary>
/// Makes a person a member of the current tenant: with the account they have, or with a new one and a link that sets its
/// first password. To invite somebody again who has not answered yet renews the link.
/// </summary>
public sealed class InvitePerson(
    SiteDbContext db, UserManager<Account> users, MemberRules rules, InvitationDelivery delivery, IStringLocalizer localizer, TimeProvider time)
{
    public async Task<OperationResult<Invited>> RunAsync(Invitation invitation, Actor actor, CancellationToken cancellationToken)
    {
        if (rules.RefuseActor(actor) is { } forbidden)
        {
            return forbidden;
        }

        var name = PersonName.Clean(invitation.DisplayName);
        var email = invitation.Email.Trim().ToLowerInvariant();
        IReadOnlyList<Refusal> refusals = [.. Check(name, email), .. await rules.RefuseRolesAsync(invitation.Roles, actor, cancellationToken)];
        if (refusals.Count > 0)
        {
            return OperationResult<Invited>.Refused(refusals);
        }

        await using var work = await db.BeginAsync(cancellationToken);
        var account = await users.FindByEmailAsync(email);
        var hasWayIn = account is not null && await HasWayInAsync(account, cancellationToken);
        if (account is not null && await RefuseAsync(account, hasWayIn, actor, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        account ??= new Account { UserName = email, Email = email, DisplayName = name!, CreatedUtc = time.GetUtcNow().UtcDateTime };
        if (account.Id == 0 && await users.CreateAsync(account) is { Succeeded: false } failed)
        {
            return OperationResult<Invited>.Refused([.. failed.Errors.Select(error => new Refusal(RefusalKind.Invalid, error.Description, nameof(Invitation.Email)))]);
        }

        await JoinAsync(account, invitation.Roles, cancellationToken);
        db.AddAudit(actor, nameof(InvitePerson), account, time, string.Join(", ", invitation.Roles));
        await work.CommitAsync(cancellationToken);
        return await delivery.DeliverAsync(account, hasWayIn, actor, cancellationToken);
    }

    private IEnumerable<Refusal> Check(string? name, string email)
    {
        if (name is null)
        {
            yield return new Refusal(RefusalKind.Invalid, localizer["A person has a name of 1 to {0} characters.", Account.LongestName], nameof(Invitation.DisplayName));
        }

        // The address becomes the user name too.
        if (email.Length > Account.LongestName
            || !MailAddress.TryCreate(email, out var address)
            || address.Address != email
            || !email.All(users.Options.User.AllowedUserNameCharacters.Contains))
        {
            yield return new Refusal(RefusalKind.Invalid, localizer["This is no e-mail address; one looks like an.nguyen@example.vn."], nameof(Invitation.Email));
        }
    }

    private async Task<bool> HasWayInAsync(Account account, CancellationToken cancellationToken) =>
        account.PasswordHash is not null || await db.Set<AccountLogin>().AnyAsync(login => login.UserId == account.Id, cancellationToken);

    private async Task<Refusal?> RefuseAsync(Account account, bool hasWayIn, Actor actor, CancellationToken cancellationToken)
    {
        var sites = await db.Set<Membership>().Where(row => row.AccountId == account.Id).Select(row => row.TenantId).ToListAsync(cancellationToken);
        if (account.IsDisabled)
        {
            return new Refusal(RefusalKind.Conflict, localizer["The account with this e-mail address is disabled."], nameof(Invitation.Email));
        }

        if (hasWayIn && sites.Contains(db.TenantId))
        {
            return new Refusal(RefusalKind.Conflict, localizer["This person belongs to the site already."], nameof(Invitation.Email));
        }

        // Whoever made that account may be in it: what this site gives to the address must not go to them.
        return account.EmailConfirmed || actor.IsHost || sites.Count == 1 && sites[0] == db.TenantId
            ? null
            : new Refusal(
                RefusalKind.Conflict,
                localizer["There is an account with this e-mail address already, and its owner has not confirmed the address. A host administrator can invite this person."],
                nameof(Invitation.Email));
    }

    private async Task JoinAsync(Account account, IReadOnlyList<string> roles, CancellationToken cancellationToken)
    {
        List<string> given = [.. roles.Distinct().Order(StringComparer.Ordinal)];
        if (await db.Set<Membership>().FindAsync([db.TenantId, account.Id], cancellationToken) is { } invitedBefore)
        {
            (invitedBefore.Roles, invitedBefore.Revision) = (given, invitedBefore.Revision + 1);
            return;
        }

        db.Add(new Membership { TenantId = db.TenantId, AccountId = account.Id, Roles = given, CreatedUtc = time.GetUtcNow().UtcDateTime });
    }
}
