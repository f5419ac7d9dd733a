using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OrchardSite.Tenants;

/// <summary>Endpoints of a feature that the tenant has not enabled do not exist: 404.</summary>
public sealed class FeatureGate(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is { } endpoint && !IsOpen(endpoint, context.Tenant()))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return next(context);
    }

    /// <summary>True when the tenant has the feature that the endpoint belongs to, or it belongs to none.</summary>
    public static bool IsOpen(Endpoint endpoint, Tenant tenant) =>
        endpoint.Metadata.GetMetadata<FeatureMetadata>() is not { } feature || tenant.Features.Contains(feature.Id);
}

internal sealed record FeatureMetadata(string Id);

public static class FeatureGateExtensions
{
    /// <summary>Endpoints mapped on what this returns are there for tenants that have the feature.</summary>
    public static IEndpointRouteBuilder ForFeature(this IEndpointRouteBuilder routes, string featureId) =>
        routes.MapGroup("").WithMetadata(new FeatureMetadata(featureId));
}
