using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;

namespace OrchardSite.Tenants;

/// <summary>Moves a tenant to other hosts or another prefix.</summary>
public sealed class EditTenant(IDbContextFactory<SiteDbContext> contexts, TenantPlaces places, TimeProvider time, IStringLocalizer localizer)
{
    /// <returns>True when something changed.</returns>
    public async Task<OperationResult<bool>> RunAsync(string name, string prefix, IReadOnlyList<string> hosts, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!actor.IsHost)
        {
            return localizer.NotHost();
        }

        await using var work = await TenantWork.BeginAsync(contexts, name, cancellationToken);
        if (work is null)
        {
            return localizer.NoTenant(name);
        }

        var tenant = work.Tenant;
        var normalized = TenantPlaces.Normalize(hosts);
        var joined = string.Join(' ', normalized);
        if (tenant.Prefix == prefix && tenant.Hosts == joined)
        {
            return false;
        }

        var others = await work.Db.Set<TenantRecord>().AsNoTracking().Where(other => other.Id != tenant.Id).ToListAsync(cancellationToken);
        var refusals = await places.CheckAsync(others, prefix, normalized, cancellationToken);
        if (refusals.Count > 0)
        {
            return OperationResult<bool>.Refused(refusals);
        }

        (tenant.Prefix, tenant.Hosts) = (prefix, joined);
        await work.CommitAsync(nameof(EditTenant), actor, time, $"/{prefix} {joined}".TrimEnd(), cancellationToken);
        return true;
    }
}
