using System.Security.Cryptography;
using System.Text;
using OrchardSite.Data;

namespace OrchardSite.Users.SecondFactor;

/// <summary>Stands in once for a code of the app, for somebody who has lost the phone. Used up, its row is gone.</summary>
[GlobalEntity("Belongs to an account.")]
public sealed class RecoveryCode
{
    public const int Count = 10;

    private const int Length = 16;
    private const int GroupLength = 4;
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    public required int AccountId { get; init; }

    /// <summary>SHA-256 in lower-case hexadecimal digits; the codes are random enough (79 bits) to need no slower one.</summary>
    public required string CodeHash { get; init; }

    /// <summary>As a person copies it: <c>k7wp-23hd-x9qm-ab4c</c>.</summary>
    public static string NewCode() => string.Join('-', RandomNumberGenerator.GetString(Alphabet, Length).Chunk(GroupLength).Select(group => new string(group)));

    /// <summary>However it is typed, with or without hyphens and in whichever case; null for what can be no code.</summary>
    public static string? HashOf(string typed)
    {
        var code = new string([.. typed.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)]);
        return code.Length == Length ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(code))) : null;
    }
}
