using Microsoft.Extensions.Localization;
using OrchardSite.Tenants;
using OrchardSite.Users.Roles;

namespace OrchardSite.Api;

/// <summary>What a person may let a token do: nothing that they may not do themselves. Scoped.</summary>
public sealed class GrantablePermissions(PermissionCatalog catalog, IEnumerable<IPermissionSource> sources, CurrentTenant tenant, IStringLocalizer localizer)
{
    /// <summary>In groups as people of the dashboard know them from roles.</summary>
    public async Task<IReadOnlyList<PermissionGroup>> OfAsync(Actor actor, CancellationToken cancellationToken)
    {
        var general = catalog.All.Select(permission => permission with { Description = localizer[permission.Description] })
            .OrderBy(permission => permission.Description, StringComparer.CurrentCulture);
        var groups = new List<PermissionGroup> { new(localizer["On the whole site"], [.. general]) };
        foreach (var source in sources)
        {
            groups.AddRange(await source.GroupsAsync(cancellationToken));
        }

        if (actor.IsHost && tenant.Name == TenantNames.DefaultTenant)
        {
            groups.Add(new PermissionGroup(localizer["On all sites"], [new Permission(ApiPermissions.ManageTenants, localizer["Manage the sites of this installation"])]));
        }

        return [.. groups.Select(group => group with { Permissions = [.. group.Permissions.Where(permission => Allows(actor, permission.Name))] }).Where(group => group.Permissions.Count > 0)];
    }

    /// <summary>True when the person has the permission now.</summary>
    public bool Allows(Actor actor, string name) => !ApiPermissions.IsForPeopleOnly(name) && (name == ApiPermissions.ManageTenants
        ? actor.IsHost && tenant.Name == TenantNames.DefaultTenant
        : catalog.IsKnown(name) && catalog.Allows(actor, name));
}
