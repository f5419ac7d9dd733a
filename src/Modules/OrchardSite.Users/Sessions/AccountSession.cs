using OrchardSite.Data;

namespace OrchardSite.Users.Sessions;

/// <summary>Somebody is signed in with a browser. The row is the session: where it is gone, the cookie is worth nothing.</summary>
[GlobalEntity("A session is good on every site that its account belongs to.")]
public sealed class AccountSession
{
    public const int LongestDevice = 60;

    public const int LongestAddress = 45;

    /// <summary>How long a session lives without a page.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    /// <summary>What was seen is written down again after this time at the earliest.</summary>
    public static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    public string Id { get; init; } = UniqueId.New();

    public required int AccountId { get; init; }

    /// <summary>Browser and system, as far as the browser says; see <see cref="DeviceName"/>.</summary>
    public required string Device { get; init; }

    /// <summary>
    /// The whole network address: the person knows their own by it, and an office that looks into a misuse needs it. It
    /// goes with the session.
    /// </summary>
    public required string Address { get; init; }

    public required DateTime CreatedUtc { get; init; }

    public required DateTime LastSeenUtc { get; set; }
}
