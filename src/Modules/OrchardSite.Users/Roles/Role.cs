using OrchardSite.Data;

namespace OrchardSite.Users.Roles;

/// <summary>What some people of a tenant may do there.</summary>
public sealed class Role : ITenantOwned
{
    /// <summary>Orchard Core's name of the role that everybody who belongs to the tenant has.</summary>
    public const string OfEveryMember = "Authenticated";

    /// <summary>Orchard Core's name of the role that everybody has, signed in or not.</summary>
    public const string OfEverybody = "Anonymous";

    public const int LongestName = 100;

    public const int LongestDescription = 500;

    public int TenantId { get; set; }

    public required string Name { get; init; }

    public string Description { get; set; } = "";

    /// <summary>Names of permissions, in order.</summary>
    public List<string> Permissions { get; set; } = [];

    public int Revision { get; set; }
}
