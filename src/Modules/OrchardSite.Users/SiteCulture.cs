using System.Globalization;
using Microsoft.AspNetCore.Mvc.Filters;
using OrchardSite.Tenants;

namespace OrchardSite.Users;

/// <summary>Runs every Razor page in the language of its site.</summary>
internal sealed class SiteCulture(TenantCache<SiteSettings> settings) : IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var site = await settings.GetAsync(context.HttpContext.Tenant().Id);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(site.Culture);
        await next();
    }
}
