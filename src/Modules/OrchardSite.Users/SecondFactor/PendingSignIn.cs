using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Users.SecondFactor;

/// <summary>Whose code a browser is asked for: it has shown the first factor a moment ago. Kept in a sealed cookie of its own.</summary>
internal sealed record PendingSignIn(int AccountId, string SecurityStamp)
{
    public const string Scheme = "SecondFactor";

    public const string Cookie = "orchardsite-code";

    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private const string StampClaim = "stamp";

    public static Task BeginAsync(HttpContext context, Account account) => context.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, account.Id.ToString(CultureInfo.InvariantCulture)),
            new Claim(StampClaim, account.SecurityStamp!),
        ],
        Scheme)));

    /// <returns>Null when the time is over, or there never was a first factor.</returns>
    public static async Task<PendingSignIn?> ReadAsync(HttpContext context) => await context.AuthenticateAsync(Scheme) is { Principal: { } person }
        ? new PendingSignIn(int.Parse(person.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture), person.FindFirstValue(StampClaim)!)
        : null;

    public static Task EndAsync(HttpContext context) => context.SignOutAsync(Scheme);
}
