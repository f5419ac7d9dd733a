using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;

namespace OrchardSite.Tenants;

/// <summary>Removes a tenant for good, with every row and file it has. Only one that is closed or was never set up.</summary>
public sealed class RemoveTenant(
    IDbContextFactory<SiteDbContext> contexts,
    IEnumerable<ITenantFiles> files,
    TimeProvider time,
    IStringLocalizer localizer)
{
    public async Task<OperationResult<TenantIdentity>> RunAsync(string name, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!actor.IsHost)
        {
            return localizer.NotHost();
        }

        TenantIdentity removed;
        AuditHead head;
        await using (var work = await TenantWork.BeginAsync(contexts, name, cancellationToken))
        {
            if (work is null)
            {
                return localizer.NoTenant(name);
            }

            if (await CheckAsync(work, cancellationToken) is { } refusal)
            {
                return refusal;
            }

            // What the site's people kept of its log can still be held against this.
            head = await AuditSealing.CloseAsync(work.Db, time.GetUtcNow().UtcDateTime, cancellationToken);
            removed = new TenantIdentity(work.Tenant.Id, work.Tenant.Name);
            await TenantRows.DeleteAllAsync(work.Db, cancellationToken);
            work.Db.Remove(work.Tenant);
            foreach (var kept in files)
            {
                await kept.RemoveAsync(removed, cancellationToken);
            }

            await work.CommitRemovalAsync(time, cancellationToken);
        }

        await AuditAsync(removed, head, actor, cancellationToken);
        return removed;
    }

    private async Task<Refusal?> CheckAsync(TenantWork work, CancellationToken cancellationToken)
    {
        var tenant = work.Tenant;
        if (tenant.State == TenantState.Running)
        {
            return new Refusal(RefusalKind.Conflict, localizer["The site {0} is running; disable it before you remove it.", tenant.Name]);
        }

        if (tenant.Name == TenantNames.DefaultTenant
            && await work.Db.Set<TenantRecord>().AnyAsync(other => other.Id != tenant.Id, cancellationToken))
        {
            return new Refusal(RefusalKind.Conflict, localizer["The site {0} is the first of this installation and can only be removed as the last.", tenant.Name]);
        }

        return null;
    }

    // The removed tenant has no log any more, so the first one keeps the record.
    private async Task AuditAsync(TenantIdentity removed, AuditHead head, Actor actor, CancellationToken cancellationToken)
    {
        if (await TenantWork.FindIdAsync(contexts, TenantNames.DefaultTenant, cancellationToken) is { } id)
        {
            await using var db = contexts.CreateForTenant(id);
            db.Audit(nameof(RemoveTenant), actor, time, string.Create(CultureInfo.InvariantCulture, $"{removed.Name}; audit {head.Number} {head.Hash}"));
            await db.CommitAsync(cancellationToken);
        }
    }
}
