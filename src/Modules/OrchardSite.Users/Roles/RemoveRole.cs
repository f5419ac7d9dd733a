using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Users.Members;

namespace OrchardSite.Users.Roles;

/// <summary>Removes a role that nobody has.</summary>
public sealed class RemoveRole(SiteDbContext db, IStringLocalizer localizer, TimeProvider time)
{
    /// <param name="revision">Of the role as the person saw it.</param>
    public async Task<OperationResult<bool>> RunAsync(string name, int revision, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.Can(UserPermissions.ManageRoles))
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not manage roles: the permission {0} is missing.", UserPermissions.ManageRoles.Name]);
        }

        await using var work = await db.BeginAsync(cancellationToken);
        if (await db.Set<Role>().FindAsync([db.TenantId, name], cancellationToken) is not { } role)
        {
            return new Refusal(RefusalKind.NotFound, localizer["There is no role {0} on this site.", name]);
        }

        if (role.Revision != revision)
        {
            return new Refusal(RefusalKind.Conflict, localizer["The role {0} was changed at the same time. Please try again.", name]);
        }

        var members = await db.Set<Membership>().AsNoTracking().Where(member => member.TenantId == db.TenantId).ToListAsync(cancellationToken);
        if (members.Count(member => member.Roles.Contains(name)) is > 0 and var count)
        {
            return new Refusal(RefusalKind.Conflict, localizer["{0} people have the role “{1}”. Take it from them first.", count, name]);
        }

        var now = time.GetUtcNow().UtcDateTime;
        db.Remove(role);
        // The tag belongs to no page: a role changes nothing that readers see.
        db.Add(new Change { TenantId = db.TenantId, Kind = ChangeKind.SiteChanged, Tags = "roles", OccurredUtc = now });
        db.Add(AuditEntry.Of(actor, nameof(RemoveRole), now, detail: $"{name}: {AuditText.Difference(role.Permissions, [])}"));
        await work.CommitAsync(cancellationToken);
        return true;
    }
}
