using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OrchardSite.Api;

/// <summary>What a program sends: <c>ops_</c>, by which tools that look for leaked secrets know it, and 256 random bits.</summary>
internal static class TokenValue
{
    public const string Prefix = "ops_";

    public const int HashLength = 64;

    private const int RandomBytes = 32;

    private static readonly int Length = Prefix.Length + Base64Url.GetEncodedLength(RandomBytes);

    public static string New() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    /// <summary>SHA-256 in lower-case hexadecimal digits, for what is random needs no more; null for what can be no token.</summary>
    public static string? HashOf(string? value) => value?.Length == Length && value.StartsWith(Prefix, StringComparison.Ordinal)
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(value)))
        : null;
}
