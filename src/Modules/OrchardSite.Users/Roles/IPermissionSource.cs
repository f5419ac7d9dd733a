namespace OrchardSite.Users.Roles;

/// <summary>Names permissions that come from a tenant's data, such as those of its content types. Scoped: it works for the current tenant.</summary>
public interface IPermissionSource
{
    /// <returns>Groups in the order in which they are shown.</returns>
    ValueTask<IReadOnlyList<PermissionGroup>> GroupsAsync(CancellationToken cancellationToken);
}

/// <param name="Name">In the person's language.</param>
/// <param name="Permissions">Their descriptions are in the person's language.</param>
public sealed record PermissionGroup(string Name, IReadOnlyList<Permission> Permissions)
{
    /// <summary>In the person's language: what groups that few need have in common, and are hidden behind; null for a group that is shown at once.</summary>
    public string? Section { get; init; }
}
