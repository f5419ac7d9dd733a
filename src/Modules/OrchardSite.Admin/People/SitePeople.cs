using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Users.Accounts;
using OrchardSite.Users.Roles;

namespace OrchardSite.Admin.People;

/// <summary>Who belongs to the current tenant, and its roles. Scoped.</summary>
public sealed class SitePeople(SiteDbContext db)
{
    /// <summary>In the order of their given names, as Vietnamese people are listed.</summary>
    public async Task<IReadOnlyList<SitePerson>> ListAsync(CancellationToken cancellationToken) =>
        (await MembersAsync(null, cancellationToken))
            .OrderBy(person => person.Name.Split(' ')[^1], StringComparer.CurrentCulture).ThenBy(person => person.Name, StringComparer.CurrentCulture)
            .ToArray();

    public async Task<SitePerson?> FindAsync(int accountId, CancellationToken cancellationToken) =>
        (await MembersAsync(accountId, cancellationToken)).FirstOrDefault();

    public Task<List<Role>> RolesAsync(CancellationToken cancellationToken) => db.Set<Role>().AsNoTracking().OrderBy(role => role.Name).ToListAsync(cancellationToken);

    private async Task<IEnumerable<SitePerson>> MembersAsync(int? accountId, CancellationToken cancellationToken)
    {
        var rows = await (
            from member in db.Set<Membership>().AsNoTracking()
            where member.TenantId == db.TenantId && (accountId == null || member.AccountId == accountId)
            join account in db.Set<Account>().AsNoTracking() on member.AccountId equals account.Id
            select new { Member = member, Account = account, HasLogin = db.Set<AccountLogin>().Any(login => login.UserId == account.Id) }).ToListAsync(cancellationToken);
        return rows.Select(row => new SitePerson(
            row.Account.Id,
            row.Account.DisplayName,
            row.Account.Email ?? row.Account.UserName ?? "",
            row.Member.Roles,
            row.Member.Revision,
            row.Account.IsDisabled ? PersonState.Disabled : row.Account.PasswordHash is null && !row.HasLogin ? PersonState.Invited : PersonState.Active,
            row.Account.LastSignInUtc));
    }
}

public enum PersonState
{
    Active,

    /// <summary>Has not used the invitation yet.</summary>
    Invited,
    Disabled,
}

public sealed record SitePerson(int AccountId, string Name, string Email, IReadOnlyList<string> Roles, int Revision, PersonState State, DateTime? LastSignInUtc);
