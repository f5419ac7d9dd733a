using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;

namespace OrchardSite.Tenants;

/// <param name="Prefix">First path segment; empty: none.</param>
/// <param name="Hosts">Empty: every host.</param>
/// <param name="Revision">Of the tenant that the person saw; null: whatever is there.</param>
public sealed record EditedTenant(string Name, string Prefix, IReadOnlyList<string> Hosts, int? Revision = null);

/// <summary>Moves a tenant to other hosts or another prefix.</summary>
public sealed class EditTenant(IDbContextFactory<SiteDbContext> contexts, TenantPlaces places, TimeProvider time, IStringLocalizer localizer)
{
    /// <returns>True when something changed.</returns>
    public async Task<OperationResult<bool>> RunAsync(EditedTenant edited, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!actor.IsHost)
        {
            return localizer.NotHost();
        }

        await using var work = await TenantWork.BeginAsync(contexts, edited.Name, cancellationToken);
        if (work is null)
        {
            return localizer.NoTenant(edited.Name);
        }

        var tenant = work.Tenant;
        if (edited.Revision is { } seen && seen != tenant.Revision)
        {
            return new Refusal(RefusalKind.Conflict, localizer["Somebody else has changed the site {0} in the meantime. Open it again to see how it is now.", tenant.Name]);
        }

        var prefix = edited.Prefix;
        var hosts = TenantPlaces.Normalize(edited.Hosts);
        var joined = string.Join(' ', hosts);
        if (tenant.Prefix == prefix && tenant.Hosts == joined)
        {
            return false;
        }

        var others = await work.Db.Set<TenantRecord>().AsNoTracking().Where(other => other.Id != tenant.Id).ToListAsync(cancellationToken);
        var refusals = await places.CheckAsync(others, prefix, hosts, cancellationToken, tenant);
        if (refusals.Count > 0)
        {
            return OperationResult<bool>.Refused(refusals);
        }

        var former = PlaceOf(tenant);
        (tenant.Prefix, tenant.Hosts) = (prefix, joined);
        await work.CommitAsync(nameof(EditTenant), actor, time, $"{tenant.Name}: {former} → {PlaceOf(tenant)}", cancellationToken);
        return true;
    }

    private static string PlaceOf(TenantRecord tenant) => $"/{tenant.Prefix} {tenant.Hosts}".TrimEnd();
}
