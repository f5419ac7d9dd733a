using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Users.Sessions;

/// <param name="Path">Path and query, to be put after the address of any tenant. It is a secret: not to be logged.</param>
public sealed record NewSignInLink(string Path, DateTime ExpiresUtc);

/// <summary>Makes a link that signs an account in once; it takes the place of an unused one for the same purpose.</summary>
public sealed class CreateSignInLink(SiteDbContext db, IStringLocalizer localizer, TimeProvider time)
{
    public async Task<OperationResult<NewSignInLink>> RunAsync(
        int accountId, SignInLinkPurpose purpose, TimeSpan validity, Actor actor, CancellationToken cancellationToken)
    {
        // A role of one tenant cannot give this right: the link opens everything the account may do, in all its tenants.
        if (!actor.IsHost)
        {
            return new Refusal(RefusalKind.Forbidden, localizer["Only a host administrator may make a sign-in link."]);
        }

        if (await db.Set<Account>().FindAsync([accountId], cancellationToken) is not { IsDisabled: false } account)
        {
            return new Refusal(RefusalKind.NotFound, localizer["There is no such account, or it is disabled."]);
        }

        var expires = time.GetUtcNow().UtcDateTime + validity;
        var token = await SignInLinks.IssueAsync(db, accountId, purpose, expires, [purpose], cancellationToken);
        db.AddAudit(actor, nameof(CreateSignInLink), account, time);
        await db.CommitAsync(cancellationToken);
        return new NewSignInLink($"/{AccountPaths.SignInLink}?token={token}", expires);
    }
}
