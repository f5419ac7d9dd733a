using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Users.Accounts;
using OrchardSite.Users.Roles;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Users;

/// <summary>Who makes the request, and what they may do in its tenant. Scoped: read from the database once per request.</summary>
public sealed class CurrentActor(SiteDbContext db)
{
    private Account? _account;
    private Actor? _actor;
    private Actor? _visitor;

    /// <param name="user">The request's user.</param>
    public async ValueTask<Actor> GetAsync(ClaimsPrincipal user, CancellationToken cancellationToken = default) =>
        await FindAccountAsync(user, cancellationToken) is { } account ? await OfAsync(account, cancellationToken) : _visitor ??= Actor.Visitor(await PermissionsOfRolesAsync([Role.OfEverybody], cancellationToken));

    /// <summary>The account of a request's user; null for somebody who is not signed in.</summary>
    public async ValueTask<Account?> FindAccountAsync(ClaimsPrincipal user, CancellationToken cancellationToken = default)
    {
        if (Session.AccountId(user) is not { } id)
        {
            return null;
        }

        if (_account?.Id != id)
        {
            _account = await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(account => account.Id == id, cancellationToken);
        }

        return _account;
    }

    /// <summary>Somebody who has just shown who they are.</summary>
    internal async ValueTask<Actor> OfAsync(Account account, CancellationToken cancellationToken)
    {
        if (_actor?.AccountId != account.Id)
        {
            _actor = account.IsHostAdministrator
                ? Actor.Host(account.DisplayName, account.Id)
                : Actor.Person(account.Id, account.DisplayName, await PermissionsAsync(account.Id, cancellationToken));
        }

        return _actor;
    }

    /// <summary>Spares reading the account again that was read with its session.</summary>
    internal void Remember(Account account) => _account = account;

    private async Task<IEnumerable<string>> PermissionsAsync(int accountId, CancellationToken cancellationToken)
    {
        var membership = await db.Set<Membership>().AsNoTracking()
            .FirstOrDefaultAsync(row => row.TenantId == db.TenantId && row.AccountId == accountId, cancellationToken);
        return await PermissionsOfRolesAsync(membership is null ? [Role.OfEverybody] : [.. membership.Roles, Role.OfEveryMember, Role.OfEverybody], cancellationToken);
    }

    private async Task<IEnumerable<string>> PermissionsOfRolesAsync(string[] names, CancellationToken cancellationToken)
    {
        var roles = await db.Set<Role>().AsNoTracking().Where(role => names.Contains(role.Name)).ToListAsync(cancellationToken);
        return roles.SelectMany(role => role.Permissions);
    }
}
