using Microsoft.AspNetCore.Http;
using OrchardSite.Tenants;

namespace OrchardSite.Admin;

/// <summary>Leads from the dashboard of one site to a page of another.</summary>
public static class SiteLinks
{
    /// <param name="page">Inside the site, without a slash at its start.</param>
    /// <returns>With a host where the site has one of its own.</returns>
    public static string To(Tenant tenant, HttpRequest request, string page)
    {
        var host = tenant.Hosts.Count == 0 || tenant.Hosts.Contains(request.Host.Value, StringComparer.OrdinalIgnoreCase) ? "" : $"{request.Scheme}://{tenant.Hosts[0]}";
        return $"{host}{tenant.PathBase}/{page}";
    }
}
