using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Users.Sessions;

/// <summary>Finds out who signs in, by a link that is good once: of two that try at the same moment, one wins.</summary>
public sealed class UseSignInLink(SiteDbContext db, IStringLocalizer localizer, TimeProvider time)
{
    private static readonly SignInLinkPurpose[] Purposes = [SignInLinkPurpose.FirstAdministrator, SignInLinkPurpose.SignIn];

    /// <summary>The one answer for a link that is used, expired or unknown.</summary>
    public Refusal Unusable => new(RefusalKind.NotFound, localizer["This sign-in link cannot be used. Each link works once and for a limited time."]);

    /// <summary>The account that a link would sign in; null, without a word why, when it would not.</summary>
    public async Task<Account?> FindAccountAsync(string? token, CancellationToken cancellationToken) =>
        await Usable(token).Join(db.Set<Account>(), link => link.AccountId, account => account.Id, (_, account) => account)
            .AsNoTracking()
            .FirstOrDefaultAsync(account => !account.IsDisabled, cancellationToken);

    public async Task<OperationResult<Account>> RunAsync(string? token, CancellationToken cancellationToken)
    {
        var account = await FindAccountAsync(token, cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        if (account is null
            || await Usable(token).ExecuteUpdateAsync(link => link.SetProperty(row => row.UsedUtc, now), cancellationToken) == 0)
        {
            return Unusable;
        }

        return account;
    }

    private IQueryable<SignInLink> Usable(string? token) => SignInLinks.Usable(db, token, Purposes, time.GetUtcNow().UtcDateTime);
}
