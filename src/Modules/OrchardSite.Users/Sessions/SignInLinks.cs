using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Users.Sessions;

/// <summary>Making and finding links, whatever they are for.</summary>
internal static class SignInLinks
{
    /// <summary>Adds a link in the place of the unused ones for these purposes; to be saved by the caller.</summary>
    /// <returns>The token, which nothing but the link itself tells.</returns>
    public static async Task<string> IssueAsync(
        SiteDbContext db, int accountId, SignInLinkPurpose purpose, DateTime expires, IReadOnlyCollection<SignInLinkPurpose> replaced, CancellationToken cancellationToken)
    {
        await RemoveUnusedAsync(db, accountId, replaced, cancellationToken);
        var token = SignInLink.NewToken();
        db.Add(new SignInLink { TokenHash = SignInLink.HashOf(token)!, AccountId = accountId, Purpose = purpose, ExpiresUtc = expires });
        return token;
    }

    public static Task RemoveUnusedAsync(SiteDbContext db, int accountId, IReadOnlyCollection<SignInLinkPurpose> purposes, CancellationToken cancellationToken) =>
        db.Set<SignInLink>()
            .Where(link => link.AccountId == accountId && purposes.Contains(link.Purpose) && link.UsedUtc == null)
            .ExecuteDeleteAsync(cancellationToken);

    /// <summary>The link with this token, if it is for one of these purposes and can still be used.</summary>
    public static IQueryable<SignInLink> Usable(SiteDbContext db, string? token, IReadOnlyCollection<SignInLinkPurpose> purposes, DateTime now)
    {
        var hash = SignInLink.HashOf(token);
        return db.Set<SignInLink>().Where(link => link.TokenHash == hash && purposes.Contains(link.Purpose) && link.UsedUtc == null && link.ExpiresUtc > now);
    }
}
