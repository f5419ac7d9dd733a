using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OrchardSite.Data;
using OrchardSite.Text;

namespace OrchardSite.Users.Accounts;

/// <summary>
/// The one way to try a password. Each try is counted in the database before the password is looked at, so that guesses
/// sent at the same moment, or to several nodes, do not get past the lock-out.
/// </summary>
public sealed class PasswordCheck(
    SiteDbContext db,
    UserManager<Account> users,
    IPasswordHasher<Account> hasher,
    IOptions<IdentityOptions> options,
    TimeProvider time)
{
    public const int LongestPassword = 256;

    /// <returns>False for a wrong password, and as slowly for no account, a locked one and one without a password.</returns>
    public async Task<bool> PassesAsync(Account? account, string password, CancellationToken cancellationToken)
    {
        if (password.Length > LongestPassword)
        {
            return false;
        }

        var typed = VietnameseText.ToNfc(password);
        if (account?.PasswordHash is null || !await CountAsync(account, cancellationToken))
        {
            hasher.HashPassword(account!, typed);
            return false;
        }

        var isRight = await users.CheckPasswordAsync(account, typed);
        if (!isRight || account.IsDisabled)
        {
            return false;
        }

        await db.Set<Account>().Where(row => row.Id == account.Id).ExecuteUpdateAsync(
            row => row.SetProperty(set => set.AccessFailedCount, 0).SetProperty(set => set.LockoutEnd, (DateTimeOffset?)null),
            cancellationToken);
        return true;
    }

    /// <returns>False when the account is locked.</returns>
    private async Task<bool> CountAsync(Account account, CancellationToken cancellationToken)
    {
        var lockout = options.Value.Lockout;
        var allowed = lockout.MaxFailedAccessAttempts;
        var now = time.GetUtcNow();
        DateTimeOffset? until = now + lockout.DefaultLockoutTimeSpan;
        var counted = await db.Set<Account>()
            .Where(row => row.Id == account.Id && (row.LockoutEnd == null || row.LockoutEnd <= now))
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(set => set.LockoutEnd, set => set.AccessFailedCount + 1 >= allowed ? until : set.LockoutEnd)
                    .SetProperty(set => set.AccessFailedCount, set => set.AccessFailedCount + 1 >= allowed ? 0 : set.AccessFailedCount + 1),
                cancellationToken);
        return counted == 1;
    }
}
