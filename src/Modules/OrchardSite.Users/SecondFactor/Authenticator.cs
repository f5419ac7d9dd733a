using OrchardSite.Data;

namespace OrchardSite.Users.SecondFactor;

/// <summary>
/// The key that an account shares with an app on the person's phone. While the account's TwoFactorEnabled is not set, the
/// person is still setting it up.
/// </summary>
[GlobalEntity("Belongs to an account.")]
public sealed class Authenticator
{
    public required int AccountId { get; init; }

    /// <summary>Readable with the installation's keys alone: a copy of the database makes no codes.</summary>
    public required string ProtectedKey { get; set; }

    /// <summary>The latest time step whose code was used; that one and those before are used up.</summary>
    public long LastStep { get; set; }

    /// <summary>Wrong codes in a row.</summary>
    public int FailedCount { get; set; }

    public DateTime? LockedUntilUtc { get; set; }
}
