using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Deployment;

/// <param name="Source">Technical name of the site to copy.</param>
/// <param name="SiteName">What readers will call the copy.</param>
public sealed record ClonedTenant(string Source, string Name, string Prefix, IReadOnlyList<string> Hosts, string SiteName);

/// <summary>
/// Makes a site that is like another one, drafts and all, but for its name and place, its people and what was sent to or from
/// it. When anything fails there is no new site.
/// </summary>
public sealed class CloneTenant(
    IServiceProvider services, TenantDirectory tenants, CreateTenant create, RemoveTenant remove, TimeProvider time, IStringLocalizer localizer)
{
    public async Task<OperationResult<TenantIdentity>> RunAsync(ClonedTenant asked, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!actor.IsHost)
        {
            return new Refusal(RefusalKind.Forbidden, localizer["Only an administrator of the whole installation may clone its sites."]);
        }

        if (tenants.Find(asked.Source) is not { State: not TenantState.Uninitialized } source)
        {
            return new Refusal(RefusalKind.NotFound, localizer["There is no site {0} that could be cloned.", asked.Source]);
        }

        if (asked.SiteName.Trim().Length is 0 or > SaveSiteSettings.LongestName)
        {
            return new Refusal(RefusalKind.Invalid, localizer["A site's name has 1 to {0} characters.", SaveSiteSettings.LongestName], nameof(asked.SiteName));
        }

        var created = await create.RunAsync(new NewTenant(asked.Name, asked.Prefix, asked.Hosts, source.Recipe), actor, cancellationToken);
        if (!created.Succeeded)
        {
            return created;
        }

        var isWhole = false;
        try
        {
            var copied = await CopyAsync(source, created.Value, asked, actor, cancellationToken);
            isWhole = copied.Succeeded;
            return copied;
        }
        finally
        {
            if (!isWhole)
            {
                // Also when nobody waits any more: half a site is none.
                await remove.RunAsync(asked.Name, actor, CancellationToken.None);
            }
        }
    }

    private async Task<OperationResult<TenantIdentity>> CopyAsync(Tenant source, TenantIdentity target, ClonedTenant asked, Actor actor, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateTenantScope(source.Identity);
        await using var package = scope.ServiceProvider.GetRequiredService<PackageFolders>().CreateFile(source.Id);
        var written = await scope.ServiceProvider.GetRequiredService<ExportPackage>().RunAsync(package, PackageChoice.Everything, actor, cancellationToken);
        if (!written.Succeeded)
        {
            return OperationResult<TenantIdentity>.Refused(written.Refusals);
        }

        var set = await scope.ServiceProvider.GetRequiredService<SetUpFromPackage>().RunAsync(package, target, asked.SiteName.Trim(), actor, cancellationToken);
        if (!set.Succeeded)
        {
            return OperationResult<TenantIdentity>.Refused(set.Refusals);
        }

        await using var own = services.CreateTenantScope(target);
        var db = own.ServiceProvider.GetRequiredService<SiteDbContext>();
        db.Add(AuditEntry.Of(actor, nameof(CloneTenant), time.GetUtcNow().UtcDateTime, detail: $"{source.Name} → {target.Name}"));
        await db.CommitAsync(CancellationToken.None);
        return target;
    }
}
