using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;

namespace OrchardSite.Users.Accounts;

/// <summary>The account of who acts, to be changed.</summary>
public sealed class OwnAccount(SiteDbContext db, PasswordCheck check, IStringLocalizer localizer)
{
    public async Task<OperationResult<Account>> FindAsync(Actor actor, CancellationToken cancellationToken) =>
        actor.AccountId is { } id && await db.Set<Account>().FindAsync([id], cancellationToken) is { } account
            ? account
            : new Refusal(RefusalKind.Forbidden, localizer["Please sign in first."]);

    /// <summary>For what nobody may do who merely finds a browser open.</summary>
    /// <param name="password">Not asked of an account that has none.</param>
    public async Task<OperationResult<Account>> ConfirmAsync(string? password, Actor actor, CancellationToken cancellationToken)
    {
        var own = await FindAsync(actor, cancellationToken);
        return own.Succeeded && own.Value.PasswordHash is not null && !await check.PassesAsync(own.Value, password ?? "", cancellationToken)
            ? new Refusal(RefusalKind.Invalid, localizer["The password is not right. After several wrong tries it is not looked at for a while."], SetPassword.CurrentField)
            : own;
    }
}
