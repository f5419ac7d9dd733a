using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Users.Accounts;
using OrchardSite.Users.Roles;

namespace OrchardSite.Users.Members;

/// <summary>Who may make whom what in the current tenant.</summary>
public sealed class MemberRules(SiteDbContext db, IStringLocalizer localizer)
{
    public const string RolesField = nameof(Membership.Roles);

    public Refusal? RefuseActor(Actor actor) => actor.Can(UserPermissions.ManageUsers)
        ? null
        : new Refusal(RefusalKind.Forbidden, localizer["You may not manage users: the permission {0} is missing.", UserPermissions.ManageUsers.Name]);

    public Refusal NoSuchMember => new(RefusalKind.NotFound, localizer["This person does not belong to the site."]);

    /// <summary>
    /// Roles that are not there, and roles that allow more than the actor may do: nobody lifts others above themselves, unless
    /// they may say what roles allow anyway.
    /// </summary>
    public async Task<IReadOnlyList<Refusal>> RefuseRolesAsync(IReadOnlyCollection<string> names, Actor actor, CancellationToken cancellationToken)
    {
        var roles = await db.Set<Role>().AsNoTracking().Where(role => names.Contains(role.Name)).ToListAsync(cancellationToken);
        var unknown = names.Except(roles.Select(role => role.Name))
            .Select(name => new Refusal(RefusalKind.Invalid, localizer["There is no role {0} on this site.", name], RolesField));
        var above = roles.Where(role => !actor.Can(UserPermissions.ManageRoles) && !role.Permissions.All(actor.Can))
            .Select(role => new Refusal(RefusalKind.Forbidden, localizer["You may not give the role {0}: it allows more than you may do.", role.Name], RolesField));
        return [.. unknown, .. above];
    }

    /// <summary>A site keeps somebody who can manage its people, and nobody takes that from themselves by mistake.</summary>
    /// <param name="roles">What the member has afterwards; null when they leave.</param>
    public async Task<Refusal?> RefuseLossAsync(Membership member, IReadOnlyCollection<string>? roles, Actor actor, CancellationToken cancellationToken)
    {
        var managing = (await db.Set<Role>().AsNoTracking().ToListAsync(cancellationToken))
            .Where(role => UserPermissions.ManageUsers.GrantedBy().Any(role.Permissions.Contains))
            .Select(role => role.Name)
            .ToHashSet(StringComparer.Ordinal);
        if (!managing.Overlaps(member.Roles) || roles is not null && managing.Overlaps(roles))
        {
            return null;
        }

        if (actor.AccountId == member.AccountId && !actor.IsHost)
        {
            return new Refusal(RefusalKind.Conflict, localizer["You cannot take the management of users from yourself. Somebody else who has it can."]);
        }

        return await OthersAsync(member, managing, cancellationToken)
            ? null
            : new Refusal(RefusalKind.Conflict, localizer["This is the last person who can manage the users of the site. Give somebody else that role first."]);
    }

    // Somebody counts who can sign in: not a disabled account, nor one whose invitation lies unanswered.
    private async Task<bool> OthersAsync(Membership member, HashSet<string> managing, CancellationToken cancellationToken)
    {
        var others = await db.Set<Membership>().AsNoTracking()
            .Where(row => row.TenantId == db.TenantId && row.AccountId != member.AccountId)
            .Join(
                db.Set<Account>().Where(account => !account.IsDisabled
                    && (account.PasswordHash != null || db.Set<AccountLogin>().Any(login => login.UserId == account.Id))),
                row => row.AccountId,
                account => account.Id,
                (row, _) => row)
            .ToListAsync(cancellationToken);
        return others.Exists(other => managing.Overlaps(other.Roles));
    }
}
