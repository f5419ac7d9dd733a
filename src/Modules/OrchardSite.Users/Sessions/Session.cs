using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace OrchardSite.Users.Sessions;

/// <summary>What the cookie of somebody who is signed in says: which account, and which of its sessions.</summary>
public static class Session
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    private const string IdClaim = "session";

    internal static Task WriteAsync(HttpContext context, AccountSession session)
    {
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, session.AccountId.ToString(CultureInfo.InvariantCulture)),
                new Claim(IdClaim, session.Id),
            ],
            Scheme);
        return context.SignInAsync(Scheme, new ClaimsPrincipal(identity));
    }

    /// <summary>Takes the cookie away; the row is ended by <see cref="EndSession"/>.</summary>
    internal static Task ForgetAsync(HttpContext context) => context.SignOutAsync(Scheme);

    /// <summary>The account's number, or null for somebody who is not signed in.</summary>
    internal static int? AccountId(ClaimsPrincipal user) =>
        int.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>The key of the session's row, or null for somebody who is not signed in.</summary>
    internal static string? Id(ClaimsPrincipal user) => user.FindFirstValue(IdClaim);
}
