using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OrchardSite.Articles.Feeds;

/// <summary>Takes the addresses of category feeds out of those that lead to content.</summary>
internal sealed class CategoryFeedConstraint : IRouteConstraint
{
    public const string Name = "categoryfeed";

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey] is string path && path.Length > Feed.CategorySuffix.Length && path.EndsWith(Feed.CategorySuffix, StringComparison.OrdinalIgnoreCase);
}
