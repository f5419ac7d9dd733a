using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OrchardSite.Data;

namespace OrchardSite.Users.SecondFactor;

/// <summary>
/// The one way to try a code of the app or a recovery code. As with passwords, each try is counted before the code is
/// looked at; and of two who use a code at the same moment, one passes.
/// </summary>
public sealed class CodeCheck(
    SiteDbContext db, AuthenticatorKeys keys, IOptions<IdentityOptions> options, IStringLocalizer localizer, TimeProvider time)
{
    public const string Field = "code";

    private const int LongestCode = 40;

    public Refusal Wrong => new(
        RefusalKind.Invalid,
        localizer["The code is not right, or it has been used. Wait for the next one. After several wrong tries no code is taken for a while."],
        Field);

    public async Task<bool> PassesAsync(int accountId, string code, CancellationToken cancellationToken)
    {
        var typed = new string([.. code.Where(character => !char.IsWhiteSpace(character))]);
        if (typed.Length is 0 or > LongestCode
            || !await CountAsync(accountId, cancellationToken)
            || !await UseAsync(accountId, typed, cancellationToken))
        {
            return false;
        }

        await Own(accountId).ExecuteUpdateAsync(
            row => row.SetProperty(set => set.FailedCount, 0).SetProperty(set => set.LockedUntilUtc, (DateTime?)null), cancellationToken);
        return true;
    }

    /// <returns>False when codes are locked for a while, or there is no app.</returns>
    private async Task<bool> CountAsync(int accountId, CancellationToken cancellationToken)
    {
        var allowed = options.Value.Lockout.MaxFailedAccessAttempts;
        var now = time.GetUtcNow().UtcDateTime;
        DateTime? until = now + options.Value.Lockout.DefaultLockoutTimeSpan;
        return await Own(accountId).Where(row => row.LockedUntilUtc == null || row.LockedUntilUtc <= now).ExecuteUpdateAsync(
            row => row
                .SetProperty(set => set.LockedUntilUtc, set => set.FailedCount + 1 >= allowed ? until : null)
                .SetProperty(set => set.FailedCount, set => set.FailedCount + 1 >= allowed ? 0 : set.FailedCount + 1),
            cancellationToken) == 1;
    }

    private async Task<bool> UseAsync(int accountId, string typed, CancellationToken cancellationToken)
    {
        if (RecoveryCode.HashOf(typed) is { } hash)
        {
            return await db.Set<RecoveryCode>().Where(row => row.AccountId == accountId && row.CodeHash == hash).ExecuteDeleteAsync(cancellationToken) == 1;
        }

        var sealedKey = await Own(accountId).Select(row => row.ProtectedKey).FirstAsync(cancellationToken);
        return keys.Open(sealedKey) is { } key
            && TimeCode.FindStep(key, typed, time.GetUtcNow()) is { } step
            && await Own(accountId).Where(row => row.LastStep < step).ExecuteUpdateAsync(row => row.SetProperty(set => set.LastStep, step), cancellationToken) == 1;
    }

    private IQueryable<Authenticator> Own(int accountId) => db.Set<Authenticator>().Where(row => row.AccountId == accountId);
}
