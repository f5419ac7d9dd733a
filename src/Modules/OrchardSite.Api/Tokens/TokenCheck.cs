using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrchardSite.Data;
using OrchardSite.Users.Accounts;
using OrchardSite.Users.Limits;
using OrchardSite.Users.Roles;

namespace OrchardSite.Api;

/// <summary>Who calls the API.</summary>
/// <param name="Actor">The person of the token, with what both they and the token may do now.</param>
/// <param name="Host">The same person as who runs the installation; null where they do not, or the token is not for that.</param>
internal sealed record ApiCaller(Actor Actor, Actor? Host);

/// <summary>Finds the person of a token. Scoped.</summary>
internal sealed class TokenCheck(SiteDbContext db, TenantMembers members, GrantablePermissions grantable, TimeProvider time)
{
    /// <returns>Null for what is no token of this site, one that has ended, and one of somebody who is no longer there.</returns>
    public async Task<ApiCaller?> FindAsync(string? value, CancellationToken cancellationToken)
    {
        if (TokenValue.HashOf(value) is not { } hash)
        {
            return null;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var found = await (
            from token in db.Set<AccessToken>().AsNoTracking()
            where token.Hash == hash && token.ExpiresUtc > now
            join account in db.Set<Account>().AsNoTracking() on token.AccountId equals account.Id
            where !account.IsDisabled
            select new { Token = token, Account = account }).FirstOrDefaultAsync(cancellationToken);
        var person = found is null ? null
            : found.Account.IsHostAdministrator ? Actor.Host(found.Account.DisplayName, found.Account.Id)
            : await members.FindAsync(found.Account.Id, cancellationToken);
        if (person is null)
        {
            return null;
        }

        await NoteAsync(found!.Token, now, cancellationToken);
        var granted = found.Token.Permissions.Where(name => grantable.Allows(person, name)).ToArray();
        return new ApiCaller(
            Actor.Program(found.Account.Id, found.Account.DisplayName, granted),
            person.IsHost && granted.Contains(ApiPermissions.ManageTenants) ? person : null);
    }

    // Not each use: a program that asks every second must not write every second.
    private async Task NoteAsync(AccessToken token, DateTime now, CancellationToken cancellationToken)
    {
        if (token.LastUsedUtc is null || token.LastUsedUtc <= now - AccessToken.SeenEvery)
        {
            await db.Set<AccessToken>().Where(row => row.Id == token.Id).ExecuteUpdateAsync(row => row.SetProperty(set => set.LastUsedUtc, now), cancellationToken);
        }
    }
}

/// <summary>
/// Tokens that are none are counted by network address, as often as sign-ins are but apart from them: a program with a token
/// that has ended must keep nobody from signing in.
/// </summary>
internal sealed class TokenLimits(IOptions<SignInLimitOptions> options) : IDisposable
{
    private readonly SignInLimits _failures = new(options);

    /// <returns>Null when another try is taken, otherwise how long to wait.</returns>
    public TimeSpan? CountFailure(string address) => _failures.Count(address, name: null);

    public void Dispose() => _failures.Dispose();
}
