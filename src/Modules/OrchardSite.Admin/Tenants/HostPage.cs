using Microsoft.AspNetCore.Mvc.Filters;
using OrchardSite.Tenants;

namespace OrchardSite.Admin.Tenants;

/// <summary>A page for those who run the whole installation, in the dashboard of its first site. On any other site there is none.</summary>
public abstract class HostPage : AdminPage
{
    /// <summary>Name of what no role can allow.</summary>
    public const string Permission = "ManageTenants";

    private static readonly Permission ManageTenants = new(Permission, "Manage the sites of this installation");

    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (HttpContext.Tenant().Name == TenantNames.DefaultTenant)
        {
            return base.OnPageHandlerExecutionAsync(context, next);
        }

        context.Result = NotFound();
        return Task.CompletedTask;
    }

    protected override Permission? Missing() => base.Missing() ?? (Actor.IsHost ? null : ManageTenants);
}
