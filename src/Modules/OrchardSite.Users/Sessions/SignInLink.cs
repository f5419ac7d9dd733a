using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using OrchardSite.Data;

namespace OrchardSite.Users.Sessions;

public enum SignInLinkPurpose
{
    /// <summary>Printed at start until the first administrator can sign in with a password.</summary>
    FirstAdministrator,

    /// <summary>Handed to somebody who cannot sign in otherwise.</summary>
    SignIn,

    /// <summary>Sets a new password, for whoever has forgotten theirs.</summary>
    PasswordReset,

    /// <summary>Sets the first password, and shows that the address is the person's own.</summary>
    InvitationByMail,

    /// <summary>Sets the first password; handed over by whoever has invited the person.</summary>
    InvitationByHand,
}

/// <summary>Opens an account in one way, once. The token itself is known only to who was given the link.</summary>
[GlobalEntity("Belongs to an account.")]
public sealed class SignInLink
{
    private const int TokenBytes = 32;
    private const int LongestToken = 64;

    /// <summary>SHA-256 of the token in lower-case hexadecimal digits.</summary>
    public required string TokenHash { get; init; }

    public required int AccountId { get; init; }

    public required SignInLinkPurpose Purpose { get; init; }

    public required DateTime ExpiresUtc { get; init; }

    public DateTime? UsedUtc { get; set; }

    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));

    /// <summary>The key of the link with this token; null for what can be no token.</summary>
    public static string? HashOf(string? token) => token is { Length: > 0 and <= LongestToken }
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)))
        : null;
}
