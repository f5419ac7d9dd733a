using OrchardSite.Data;

namespace OrchardSite.Users.Roles;

/// <summary>An account belongs to a tenant, with these roles there.</summary>
[GlobalEntity("A person is shown all the tenants they belong to.")]
public sealed class Membership
{
    public required int TenantId { get; init; }

    public required int AccountId { get; init; }

    /// <summary>Names of the tenant's roles.</summary>
    public List<string> Roles { get; set; } = [];

    public required DateTime CreatedUtc { get; init; }

    public int Revision { get; set; }
}
