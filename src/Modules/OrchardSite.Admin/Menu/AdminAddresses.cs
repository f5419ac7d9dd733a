using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace OrchardSite.Admin.Menu;

/// <summary>Which pages the dashboard has.</summary>
internal sealed class AdminAddresses(EndpointDataSource endpoints)
{
    private readonly Lazy<TemplateMatcher[]> _pages = new(() => endpoints.Endpoints.OfType<RouteEndpoint>()
        .Select(endpoint => endpoint.RoutePattern.RawText?.TrimStart('/') ?? "")
        .Where(pattern => pattern.StartsWith(AdminPaths.Dashboard, StringComparison.OrdinalIgnoreCase))
        .Select(pattern => new TemplateMatcher(TemplateParser.Parse(pattern), []))
        .ToArray());

    /// <param name="path">Inside the site, without a slash at the start, or a whole address.</param>
    /// <returns>True also for what is not the dashboard's.</returns>
    public bool Exists(string path) =>
        !path.StartsWith(AdminPaths.Dashboard + "/", StringComparison.OrdinalIgnoreCase)
        || _pages.Value.Any(page => page.TryMatch("/" + path.Split('?')[0], []));
}
