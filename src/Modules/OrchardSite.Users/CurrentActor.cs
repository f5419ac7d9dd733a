using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Users.Accounts;
using OrchardSite.Users.Roles;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Users;

/// <summary>Who makes the request, and what they may do in its tenant. Scoped: read from the database once per request.</summary>
public sealed class CurrentActor(SiteDbContext db, TenantMembers members)
{
    private Account? _account;
    private Actor? _actor;
    private Actor? _visitor;

    /// <param name="user">The request's user.</param>
    public async ValueTask<Actor> GetAsync(ClaimsPrincipal user, CancellationToken cancellationToken = default) =>
        await FindAccountAsync(user, cancellationToken) is { } account ? await OfAsync(account, cancellationToken) : _visitor ??= Actor.Visitor(await members.PermissionsOfVisitorsAsync(cancellationToken));

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

    /// <summary>Names of the roles that the request's user has in the tenant, with those that everybody has.</summary>
    public ValueTask<IReadOnlyList<string>> RolesAsync(ClaimsPrincipal user, CancellationToken cancellationToken = default) =>
        members.RolesAsync(Session.AccountId(user), cancellationToken);

    /// <summary>Somebody who has just shown who they are.</summary>
    internal async ValueTask<Actor> OfAsync(Account account, CancellationToken cancellationToken)
    {
        if (_actor?.AccountId != account.Id)
        {
            _actor = await members.ActAsAsync(account, cancellationToken);
        }

        return _actor;
    }

    /// <summary>Spares reading the account again that was read with its session.</summary>
    internal void Remember(Account account) => _account = account;
}
