using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Users.Roles;

/// <summary>The people of the current tenant with what their roles let them do there. Scoped.</summary>
public sealed class TenantMembers(SiteDbContext db)
{
    /// <summary>Everybody who can sign in, whoever runs the installation only where they belong to the tenant.</summary>
    public async Task<IReadOnlyList<Actor>> AllAsync(CancellationToken cancellationToken)
    {
        var rows = await Members().ToListAsync(cancellationToken);
        var names = rows.SelectMany(row => row.Member.Roles).Append(Role.OfEveryMember).Append(Role.OfEverybody).Distinct().ToArray();
        var roles = await db.Set<Role>().AsNoTracking().Where(role => names.Contains(role.Name)).ToDictionaryAsync(role => role.Name, role => role.Permissions, cancellationToken);
        return [.. rows.Select(row => ActAs(row.Account, [.. row.Member.Roles, Role.OfEveryMember, Role.OfEverybody], roles))];
    }

    /// <returns>Null for somebody who does not belong to the tenant, or cannot sign in.</returns>
    public async Task<Actor?> FindAsync(int accountId, CancellationToken cancellationToken) =>
        await Members().Where(row => row.Account.Id == accountId).Select(row => row.Account).FirstOrDefaultAsync(cancellationToken) is { } account
            ? await ActAsAsync(account, cancellationToken)
            : null;

    internal async Task<Actor> ActAsAsync(Account account, CancellationToken cancellationToken)
    {
        if (account.IsHostAdministrator)
        {
            return Actor.Host(account.DisplayName, account.Id);
        }

        return Actor.Person(account.Id, account.DisplayName, await PermissionsAsync([.. await RolesAsync(account.Id, cancellationToken)], cancellationToken));
    }

    /// <param name="accountId">Null for somebody who is not signed in.</param>
    internal async ValueTask<IReadOnlyList<string>> RolesAsync(int? accountId, CancellationToken cancellationToken)
    {
        var membership = accountId is null
            ? null
            : await db.Set<Membership>().AsNoTracking().FirstOrDefaultAsync(row => row.TenantId == db.TenantId && row.AccountId == accountId, cancellationToken);
        return membership is null ? [Role.OfEverybody] : [.. membership.Roles, Role.OfEveryMember, Role.OfEverybody];
    }

    internal Task<IEnumerable<string>> PermissionsOfVisitorsAsync(CancellationToken cancellationToken) => PermissionsAsync([Role.OfEverybody], cancellationToken);

    private async Task<IEnumerable<string>> PermissionsAsync(string[] names, CancellationToken cancellationToken)
    {
        var roles = await db.Set<Role>().AsNoTracking().Where(role => names.Contains(role.Name)).ToListAsync(cancellationToken);
        return roles.SelectMany(role => role.Permissions);
    }

    private IQueryable<MemberRow> Members() =>
        from member in db.Set<Membership>().AsNoTracking()
        where member.TenantId == db.TenantId
        join account in db.Set<Account>().AsNoTracking() on member.AccountId equals account.Id
        where !account.IsDisabled
        select new MemberRow { Member = member, Account = account };

    private static Actor ActAs(Account account, string[] names, Dictionary<string, List<string>> roles) => account.IsHostAdministrator
        ? Actor.Host(account.DisplayName, account.Id)
        : Actor.Person(account.Id, account.DisplayName, names.SelectMany(name => roles.GetValueOrDefault(name) ?? []));

    private sealed class MemberRow
    {
        public required Membership Member { get; init; }

        public required Account Account { get; init; }
    }
}
