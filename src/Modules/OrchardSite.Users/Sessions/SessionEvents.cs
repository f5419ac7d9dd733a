using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Users.Sessions;

/// <summary>
/// Holds every cookie against its session's row, at every request of somebody who is signed in, with one read by key that
/// brings the account along. Readers have no cookie and pay nothing.
/// </summary>
internal sealed class SessionEvents(SiteDbContext db, CurrentActor current, TimeProvider time) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var cancellationToken = context.HttpContext.RequestAborted;
        var now = time.GetUtcNow().UtcDateTime;
        var (id, accountId) = (Session.Id(context.Principal!), Session.AccountId(context.Principal!));
        var found = await db.Set<AccountSession>().AsNoTracking()
            .Where(session => session.Id == id && session.AccountId == accountId)
            .Join(db.Set<Account>(), session => session.AccountId, account => account.Id, (session, account) => new { session.LastSeenUtc, Account = account })
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null || found.Account.IsDisabled || found.LastSeenUtc < now - AccountSession.Lifetime - AccountSession.SeenEvery)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
            return;
        }

        current.Remember(found.Account);
        if (found.LastSeenUtc <= now - AccountSession.SeenEvery)
        {
            await db.Set<AccountSession>().Where(session => session.Id == id)
                .ExecuteUpdateAsync(session => session.SetProperty(set => set.LastSeenUtc, now), cancellationToken);
        }
    }

    /// <summary>A plain 403, which gets its page in the theme.</summary>
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
