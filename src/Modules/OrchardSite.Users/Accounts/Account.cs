using Microsoft.AspNetCore.Identity;
using OrchardSite.Data;

namespace OrchardSite.Users.Accounts;

/// <summary>A person who can sign in. What they may do in a tenant is said by their <see cref="Roles.Membership"/> there.</summary>
[GlobalEntity("One account may belong to several tenants.")]
public sealed class Account : IdentityUser<int>
{
    public const int LongestName = 100;

    public const int LongestEmail = 254;

    public required string DisplayName { get; set; }

    /// <summary>May do anything in every tenant.</summary>
    public bool IsHostAdministrator { get; set; }

    /// <summary>A disabled account cannot sign in, and its sessions end.</summary>
    public bool IsDisabled { get; set; }

    public required DateTime CreatedUtc { get; init; }

    public DateTime? LastSignInUtc { get; set; }
}
