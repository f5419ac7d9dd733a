using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Users.SecondFactor;

internal static class RecoveryCodes
{
    /// <summary>Puts new codes in the place of all that an account has; to be saved by the caller.</summary>
    public static async Task<string[]> ReplaceAsync(SiteDbContext db, int accountId, CancellationToken cancellationToken)
    {
        await db.Set<RecoveryCode>().Where(row => row.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        var codes = Enumerable.Range(0, RecoveryCode.Count).Select(_ => RecoveryCode.NewCode()).ToArray();
        db.AddRange(codes.Select(code => new RecoveryCode { AccountId = accountId, CodeHash = RecoveryCode.HashOf(code)! }));
        return codes;
    }
}
