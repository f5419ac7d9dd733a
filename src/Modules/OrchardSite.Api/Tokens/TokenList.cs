using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Api;

/// <param name="Person">Whose it is.</param>
/// <param name="IsOver">True when it has ended.</param>
public sealed record ListedToken(AccessToken Token, string Person, bool IsOver);

/// <summary>The tokens of a site, without their values. Scoped.</summary>
public sealed class TokenList(SiteDbContext db, TimeProvider time)
{
    public Task<IReadOnlyList<ListedToken>> OfPersonAsync(int accountId, CancellationToken cancellationToken) => ReadAsync(row => row.AccountId == accountId, cancellationToken);

    public Task<IReadOnlyList<ListedToken>> OfOthersAsync(int accountId, CancellationToken cancellationToken) => ReadAsync(row => row.AccountId != accountId, cancellationToken);

    private async Task<IReadOnlyList<ListedToken>> ReadAsync(System.Linq.Expressions.Expression<Func<AccessToken, bool>> whose, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var rows = await (
            from token in db.Set<AccessToken>().AsNoTracking().Where(whose)
            join account in db.Set<Account>().AsNoTracking() on token.AccountId equals account.Id
            orderby account.DisplayName, token.CreatedUtc descending, token.Id
            select new { Token = token, account.DisplayName }).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new ListedToken(row.Token, row.DisplayName, row.Token.ExpiresUtc <= now));
    }
}
