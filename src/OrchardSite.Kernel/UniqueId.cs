using System.Security.Cryptography;

namespace OrchardSite;

/// <summary>Content item ids in Orchard Core's form: 26 lower-case characters of a base-32 alphabet, about 130 random bits.</summary>
public static class UniqueId
{
    public const int Length = 26;

    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    public static bool IsValid(string? id) =>
        id is { Length: Length } && id.All(character => character is >= 'a' and <= 'z' or >= '0' and <= '9');
}
