using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;

namespace OrchardSite.Tenants;

/// <summary>Opens a disabled tenant to its readers again.</summary>
public sealed class EnableTenant(IDbContextFactory<SiteDbContext> contexts, TimeProvider time, IStringLocalizer localizer)
{
    /// <returns>True when it was not running before.</returns>
    public async Task<OperationResult<bool>> RunAsync(string name, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!actor.IsHost)
        {
            return localizer.NotHost();
        }

        await using var work = await TenantWork.BeginAsync(contexts, name, cancellationToken);
        switch (work?.Tenant.State)
        {
            case null:
                return localizer.NoTenant(name);
            case TenantState.Uninitialized:
                return new Refusal(RefusalKind.Conflict, localizer["The site {0} has not been set up yet.", work.Tenant.Name]);
            case TenantState.Running:
                return false;
        }

        work.Tenant.State = TenantState.Running;
        await work.CommitAsync(nameof(EnableTenant), actor, time, work.Tenant.Name, cancellationToken);
        return true;
    }
}
