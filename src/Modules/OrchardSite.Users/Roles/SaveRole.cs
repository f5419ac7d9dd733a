using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using OrchardSite.Data;
using OrchardSite.Text;

namespace OrchardSite.Users.Roles;

/// <summary>What becomes of the permissions that a role has already; Orchard Core's words.</summary>
public enum PermissionBehavior
{
    Replace,
    Add,
    Remove,
}

/// <param name="Description">Null: stays as it is.</param>
public sealed record RoleDefinition(string Name, string? Description, PermissionBehavior Behavior, IReadOnlyList<string> Permissions)
{
    /// <summary>The role's revision that the change was made from. Null: whatever it is.</summary>
    public int? Revision { get; init; }

    /// <summary>True for a role that must not be there yet.</summary>
    public bool IsNew { get; init; }
}

/// <summary>Creates a role of the current tenant, or changes what it allows.</summary>
public sealed partial class SaveRole(
    SiteDbContext db, PermissionCatalog catalog, IStringLocalizer localizer, TimeProvider time, ILogger<SaveRole> logger)
{
    private const int LongestPermission = 200;

    /// <returns>True when something changed.</returns>
    public async Task<OperationResult<bool>> RunAsync(RoleDefinition role, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Can(UserPermissions.ManageRoles))
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not manage roles: the permission {0} is missing.", UserPermissions.ManageRoles.Name]);
        }

        var name = VietnameseText.ToNfc(role.Name).Trim();
        var description = role.Description is null ? null : VietnameseText.ToNfc(role.Description).Trim();
        if (Check(name, description, role.Permissions) is { Count: > 0 } refusals)
        {
            return OperationResult<bool>.Refused(refusals);
        }

        var stored = await db.Set<Role>().FindAsync([db.TenantId, name], cancellationToken);
        if (IsStale(role, stored))
        {
            return Stale(name);
        }

        var (held, former) = (stored?.Permissions ?? [], stored?.Description ?? "");
        var changed = stored is null ? Create(name, description, role) : Change(stored, description, role);
        if (!changed)
        {
            return false;
        }

        TellOfUnknown(name, role.Permissions);
        // The tag belongs to no page: a role changes nothing that readers see.
        var now = time.GetUtcNow().UtcDateTime;
        db.Add(new Change { TenantId = db.TenantId, Kind = ChangeKind.SiteChanged, Tags = "roles", OccurredUtc = now });
        var saved = stored ?? db.Set<Role>().Local.Single(row => row.Name == name);
        var described = saved.Description == former ? "" : $"\n“{former}” → “{saved.Description}”";
        db.Add(AuditEntry.Of(actor, nameof(SaveRole), now, detail: $"{name}: {AuditText.Difference(held, saved.Permissions)}{described}"));
        try
        {
            await db.CommitAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || stored is null)
        {
            return Stale(name);
        }

        return true;
    }

    private static bool IsStale(RoleDefinition role, Role? stored) =>
        role.IsNew ? stored is not null : role.Revision is { } revision && revision != stored?.Revision;

    private Refusal Stale(string name) =>
        new(RefusalKind.Conflict, localizer["The role {0} was changed at the same time. Please try again.", name]);

    private List<Refusal> Check(string name, string? description, IReadOnlyList<string> permissions)
    {
        var refusals = new List<Refusal>();
        if (name.Length is 0 or > Role.LongestName || name.Any(char.IsControl))
        {
            refusals.Add(new Refusal(RefusalKind.Invalid, localizer["A role has a name of 1 to {0} characters.", Role.LongestName], nameof(Role.Name)));
        }

        if (description?.Length > Role.LongestDescription)
        {
            refusals.Add(new Refusal(
                RefusalKind.Invalid,
                localizer["The description of a role has at most {0} characters.", Role.LongestDescription],
                nameof(Role.Description)));
        }

        for (var index = 0; index < permissions.Count; index++)
        {
            if (permissions[index].Length is 0 or > LongestPermission || permissions[index].Any(char.IsControl))
            {
                refusals.Add(new Refusal(
                    RefusalKind.Invalid,
                    localizer["“{0}” is no name of a permission.", permissions[index]],
                    $"{nameof(Role.Permissions)}[{index}]"));
            }
        }

        return refusals;
    }

    private bool Create(string name, string? description, RoleDefinition role)
    {
        db.Add(new Role { Name = name, Description = description ?? "", Permissions = Combine([], role) });
        return true;
    }

    private static bool Change(Role stored, string? description, RoleDefinition role)
    {
        var permissions = Combine(stored.Permissions, role);
        if (stored.Description == (description ?? stored.Description) && stored.Permissions.SequenceEqual(permissions))
        {
            return false;
        }

        stored.Description = description ?? stored.Description;
        stored.Permissions = permissions;
        stored.Revision++;
        return true;
    }

    private static List<string> Combine(IEnumerable<string> held, RoleDefinition role) =>
    [
        .. (role.Behavior switch
        {
            PermissionBehavior.Add => held.Union(role.Permissions),
            PermissionBehavior.Remove => held.Except(role.Permissions),
            _ => role.Permissions.Distinct(),
        }).Order(StringComparer.Ordinal),
    ];

    // Kept, as in Orchard Core: the module that asks for it may come later. But it may be a typing error.
    private void TellOfUnknown(string name, IEnumerable<string> permissions)
    {
        var unknown = string.Join(", ", permissions.Where(permission => !catalog.IsKnown(permission)));
        if (unknown.Length > 0)
        {
            LogUnknown(logger, name, unknown);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The role {Role} names permissions that no module declares: {Permissions}")]
    private static partial void LogUnknown(ILogger logger, string role, string permissions);
}
