using OrchardSite.Data;

namespace OrchardSite.Api;

/// <summary>
/// Lets a program work on one site in a person's name, with a part of what they may do there. What it allows is looked at
/// anew at each use: what the person no longer may do, the token may not either.
/// </summary>
public sealed class AccessToken : ITenantOwned
{
    public const int LongestName = 100;

    /// <summary>What was seen is written down again after this time at the earliest.</summary>
    public static readonly TimeSpan SeenEvery = TimeSpan.FromHours(1);

    public int TenantId { get; set; }

    public string Id { get; init; } = UniqueId.New();

    public required int AccountId { get; init; }

    /// <summary>What the person calls it, such as the program that has it.</summary>
    public required string Name { get; init; }

    /// <summary>See <see cref="TokenValue.HashOf"/>; the value itself is known only to who was given it.</summary>
    public required string Hash { get; init; }

    /// <summary>Names of permissions, in order.</summary>
    public List<string> Permissions { get; init; } = [];

    public required DateTime CreatedUtc { get; init; }

    public required DateTime ExpiresUtc { get; init; }

    public DateTime? LastUsedUtc { get; set; }
}
