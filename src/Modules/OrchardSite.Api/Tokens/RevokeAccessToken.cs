using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Users;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Api;

/// <summary>Takes a token away from whoever has it: a person one of their own, who manages the people of the site anybody's.</summary>
public sealed class RevokeAccessToken(SiteDbContext db, TimeProvider time, IStringLocalizer localizer)
{
    public async Task<OperationResult<AccessToken>> RunAsync(string? id, Actor actor, CancellationToken cancellationToken = default)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        var token = await db.Set<AccessToken>().FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        // Of others' tokens a person learns nothing, not even that they are there.
        if (token is null || (token.AccountId != actor.AccountId && !actor.Can(UserPermissions.ManageUsers)))
        {
            return new Refusal(RefusalKind.NotFound, localizer["This token has been revoked already."]);
        }

        var owner = await db.Set<Account>().Where(row => row.Id == token.AccountId).Select(row => row.DisplayName).SingleAsync(cancellationToken);
        db.Remove(token);
        db.Add(AuditEntry.Of(actor, nameof(RevokeAccessToken), time.GetUtcNow().UtcDateTime, detail: token.AccountId == actor.AccountId ? $"“{token.Name}”" : $"“{token.Name}”: {owner}"));
        await work.CommitAsync(cancellationToken);
        return token;
    }
}
