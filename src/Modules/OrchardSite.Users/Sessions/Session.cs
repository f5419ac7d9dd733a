using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Users.Sessions;

/// <summary>What the cookie of somebody who is signed in says: which account, and the security stamp it had.</summary>
public static class Session
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    private const string StampClaim = "stamp";

    public static Task BeginAsync(HttpContext context, Account account)
    {
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, account.Id.ToString(CultureInfo.InvariantCulture)),
                new Claim(StampClaim, account.SecurityStamp!),
            ],
            Scheme);
        return context.SignInAsync(Scheme, new ClaimsPrincipal(identity));
    }

    public static Task EndAsync(HttpContext context) => context.SignOutAsync(Scheme);

    /// <summary>The account's number, or null for somebody who is not signed in.</summary>
    internal static int? AccountId(ClaimsPrincipal user) =>
        int.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>False for a session that began before the password was changed, or whose account is disabled.</summary>
    internal static bool IsOf(ClaimsPrincipal user, Account account) =>
        !account.IsDisabled && user.FindFirstValue(StampClaim) == account.SecurityStamp;
}
