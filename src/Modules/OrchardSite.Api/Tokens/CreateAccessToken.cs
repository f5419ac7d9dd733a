using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Api;

/// <param name="Permissions">Names of permissions that the person has.</param>
/// <param name="ExpiresUtc">A year from now at most.</param>
/// <param name="Password">The person's own; not asked of an account that has none.</param>
public sealed record NewAccessToken(string Name, IReadOnlyCollection<string> Permissions, DateTime? ExpiresUtc, string? Password);

/// <param name="Value">Told this once, and kept nowhere.</param>
public sealed record IssuedToken(string Value, AccessToken Token);

/// <summary>A person makes a token for a program of theirs.</summary>
public sealed class CreateAccessToken(SiteDbContext db, OwnAccount ownAccount, GrantablePermissions grantable, TimeProvider time, IStringLocalizer localizer)
{
    public const int MostOfOnePerson = 50;

    public async Task<OperationResult<IssuedToken>> RunAsync(NewAccessToken wanted, Actor actor, CancellationToken cancellationToken = default)
    {
        var own = await ownAccount.ConfirmAsync(wanted.Password, actor, cancellationToken);
        if (!own.Succeeded)
        {
            return OperationResult<IssuedToken>.Refused(own.Refusals);
        }

        var now = time.GetUtcNow().UtcDateTime;
        var refusals = Check(wanted, actor, now).ToArray();
        if (refusals.Length > 0)
        {
            return OperationResult<IssuedToken>.Refused(refusals);
        }

        await using var work = await db.BeginAsync(cancellationToken);
        if (await db.Set<AccessToken>().CountAsync(row => row.AccountId == own.Value.Id, cancellationToken) >= MostOfOnePerson)
        {
            return new Refusal(RefusalKind.Conflict, localizer["You have {0} tokens on this site already. Revoke those that are not needed.", MostOfOnePerson]);
        }

        var value = TokenValue.New();
        var token = new AccessToken
        {
            AccountId = own.Value.Id,
            Name = wanted.Name.Trim(),
            Hash = TokenValue.HashOf(value)!,
            Permissions = [.. wanted.Permissions.Distinct().Order(StringComparer.Ordinal)],
            CreatedUtc = now,
            ExpiresUtc = wanted.ExpiresUtc!.Value,
        };
        db.Add(token);
        db.Add(AuditEntry.Of(actor, nameof(CreateAccessToken), now, detail: $"“{token.Name}”: {string.Join(", ", token.Permissions)}"));
        await work.CommitAsync(cancellationToken);
        return new IssuedToken(value, token);
    }

    private IEnumerable<Refusal> Check(NewAccessToken wanted, Actor actor, DateTime now)
    {
        if (wanted.Name.Trim().Length is 0 or > AccessToken.LongestName)
        {
            yield return new Refusal(RefusalKind.Invalid, localizer["A token has a name of 1 to {0} characters.", AccessToken.LongestName], nameof(wanted.Name));
        }

        if (wanted.Permissions.Count == 0)
        {
            yield return new Refusal(RefusalKind.Invalid, localizer["Choose what the token may do."], nameof(wanted.Permissions));
        }
        else if (wanted.Permissions.Any(name => !grantable.Allows(actor, name)))
        {
            yield return new Refusal(RefusalKind.Forbidden, localizer["A token may do only what you may do yourself."], nameof(wanted.Permissions));
        }

        if (wanted.ExpiresUtc is not { } expires || expires <= now || expires > now.AddYears(1).AddDays(1))
        {
            yield return new Refusal(RefusalKind.Invalid, localizer["A token ends on a day to come, within a year."], nameof(wanted.ExpiresUtc));
        }
    }
}
