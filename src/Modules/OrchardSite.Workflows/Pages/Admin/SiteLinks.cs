using Microsoft.AspNetCore.Http;
using OrchardSite.Tenants;

namespace OrchardSite.Workflows.Pages.Admin;

internal static class SiteLinks
{
    /// <summary>The address of a page on a site that may have a host of its own.</summary>
    public static string To(Tenant tenant, HttpRequest request, string page)
    {
        var host = tenant.Hosts.Count == 0 || tenant.Hosts.Contains(request.Host.Value, StringComparer.OrdinalIgnoreCase) ? "" : $"{request.Scheme}://{tenant.Hosts[0]}";
        return $"{host}{tenant.PathBase}/{page}";
    }
}
