using Microsoft.AspNetCore.Http;
using OrchardSite.Tenants;

namespace OrchardSite.Theming;

/// <summary>Addresses by which a page of one site leads to a page of another.</summary>
public sealed class SiteAddresses(TenantCache<SiteSettings> settings)
{
    /// <param name="path">Inside the other site, without a slash at its start.</param>
    public ValueTask<string> OfAsync(Tenant site, string path, PageRendering page) =>
        site.Id == page.Tenant!.Id ? new(page.Url(path)) : OfOtherAsync(site, path, page.Http.Request);

    /// <param name="site">Another site than that of the request.</param>
    /// <param name="path">Inside the other site, without a slash at its start.</param>
    public async ValueTask<string> OfOtherAsync(Tenant site, string path, HttpRequest request)
    {
        var host = request.Host;
        var baseUrl = (await settings.GetAsync(site.Id)).BaseUrl;
        var origin = baseUrl.Length > 0
            ? new Uri(baseUrl).GetLeftPart(UriPartial.Authority)
            : site.Hosts is [var first, ..] && !site.Hosts.Contains(host.Value, StringComparer.OrdinalIgnoreCase) && !site.Hosts.Contains(host.Host, StringComparer.OrdinalIgnoreCase)
                ? $"{request.Scheme}://{first}"
                : "";
        return $"{origin}{site.PathBase}/{path}";
    }
}
