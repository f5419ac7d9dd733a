using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Text;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Users.Accounts;

/// <param name="SignInPath">Path and query of a one-time link, to be put after the address of any tenant.</param>
public sealed record FirstAdministrator(string UserName, string SignInPath, DateTime ExpiresUtc);

/// <summary>
/// Lets the first administrator in. Until a host administrator has a password to come back with, every start makes a new
/// link in place of the one before: whoever can start the program can get in, and nobody is locked out by a lost terminal.
/// </summary>
public sealed class EnsureHostAdministrator(SiteDbContext db, UserManager<Account> users, CreateSignInLink createLink, TimeProvider time)
{
    private static readonly TimeSpan Validity = TimeSpan.FromHours(24);

    /// <returns>Null when a host administrator can sign in already.</returns>
    /// <exception cref="InvalidOperationException">The name cannot be used; the message says why.</exception>
    public async Task<FirstAdministrator?> RunAsync(string userName, Actor actor, CancellationToken cancellationToken)
    {
        var administrators = db.Set<Account>().Where(account => account.IsHostAdministrator);
        if (await administrators.AnyAsync(account => account.LastSignInUtc != null && account.PasswordHash != null, cancellationToken))
        {
            return null;
        }

        await using var work = await db.BeginAsync(cancellationToken);
        var account = await administrators.OrderBy(row => row.Id).FirstOrDefaultAsync(cancellationToken)
            ?? await CreateAsync(VietnameseText.ToNfc(userName), actor);
        var link = (await createLink.RunAsync(account.Id, SignInLinkPurpose.FirstAdministrator, Validity, actor, cancellationToken)).Value;
        await work.CommitAsync(cancellationToken);
        return new FirstAdministrator(account.UserName!, link.Path, link.ExpiresUtc);
    }

    private async Task<Account> CreateAsync(string userName, Actor actor)
    {
        var account = new Account
        {
            UserName = userName,
            DisplayName = userName,
            IsHostAdministrator = true,
            CreatedUtc = time.GetUtcNow().UtcDateTime,
        };
        db.AddAudit(actor, nameof(EnsureHostAdministrator), account, time);
        var result = await users.CreateAsync(account);
        return result.Succeeded
            ? account
            : throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Description)));
    }
}
