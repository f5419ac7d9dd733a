using OrchardSite.Tenants;

namespace OrchardSite.Theming;

/// <summary>Addresses by which a page of one site leads to a page of another.</summary>
public sealed class SiteAddresses(TenantCache<SiteSettings> settings)
{
    /// <param name="path">Inside the other site, without a slash at its start.</param>
    public async ValueTask<string> OfAsync(Tenant site, string path, PageRendering page)
    {
        if (site.Id == page.Tenant!.Id)
        {
            return page.Url(path);
        }

        var host = page.Http.Request.Host;
        var baseUrl = (await settings.GetAsync(site.Id)).BaseUrl;
        var origin = baseUrl.Length > 0
            ? new Uri(baseUrl).GetLeftPart(UriPartial.Authority)
            : site.Hosts is [var first, ..] && !site.Hosts.Contains(host.Value, StringComparer.OrdinalIgnoreCase) && !site.Hosts.Contains(host.Host, StringComparer.OrdinalIgnoreCase)
                ? $"{page.Http.Request.Scheme}://{first}"
                : "";
        return $"{origin}{site.PathBase}/{path}";
    }
}
