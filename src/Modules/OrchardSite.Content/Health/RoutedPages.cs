using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;
using OrchardSite.Tenants;

namespace OrchardSite.Content.Health;

/// <summary>
/// The pages that modules map, such as the search and lists of documents. Where an address has something of its own in it, such as
/// a number, any of that form counts as there.
/// </summary>
internal sealed class RoutedPages(EndpointDataSource endpoints, ParameterPolicyFactory policies)
{
    private readonly Lazy<Page[]> _pages = new(() => [.. endpoints.Endpoints.OfType<RouteEndpoint>().Where(IsRead).Select(endpoint => new Page(endpoint, policies)).Where(page => !page.TakesAnything)]);

    /// <param name="path">Without a slash at either end.</param>
    public bool Has(string path, Tenant tenant) => _pages.Value.Any(page => FeatureGate.IsOpen(page.Endpoint, tenant) && page.IsMatch("/" + path));

    private static bool IsRead(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not { HttpMethods.Count: > 0 } methods || methods.HttpMethods.Contains(HttpMethods.Get);

    private sealed class Page
    {
        private readonly TemplateMatcher _matcher;
        private readonly (string Name, IRouteConstraint Constraint)[] _constraints;

        public Page(RouteEndpoint endpoint, ParameterPolicyFactory policies)
        {
            Endpoint = endpoint;
            var pattern = endpoint.RoutePattern;
            _matcher = new TemplateMatcher(new RouteTemplate(pattern), new RouteValueDictionary(pattern.Defaults));
            _constraints = [.. pattern.ParameterPolicies.SelectMany(pair => pair.Value.Select(reference => (pair.Key, policies.Create(pattern.GetParameter(pair.Key), reference) as IRouteConstraint))).Where(pair => pair.Item2 is not null).Select(pair => (pair.Key, pair.Item2!))];
        }

        public RouteEndpoint Endpoint { get; }

        /// <summary>True for the routes of content and files, which say by themselves what is there.</summary>
        public bool TakesAnything => _constraints.Length == 0 && Endpoint.RoutePattern.Parameters.Any(parameter => parameter.IsCatchAll);

        public bool IsMatch(string path)
        {
            var values = new RouteValueDictionary();
            return _matcher.TryMatch(path, values)
                && _constraints.All(one => one.Constraint.Match(httpContext: null, route: null, one.Name, values, RouteDirection.IncomingRequest));
        }
    }
}
