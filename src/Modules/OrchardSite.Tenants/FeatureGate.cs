using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OrchardSite.Tenants;

/// <summary>Endpoints of a feature that the tenant has not enabled do not exist: 404.</summary>
public sealed class FeatureGate(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<FeatureMetadata>() is { } feature
            && !context.Tenant().Features.Contains(feature.Id))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return next(context);
    }
}

internal sealed record FeatureMetadata(string Id);

public static class FeatureGateExtensions
{
    /// <summary>Endpoints mapped on what this returns are there for tenants that have the feature.</summary>
    public static IEndpointRouteBuilder ForFeature(this IEndpointRouteBuilder routes, string featureId) =>
        routes.MapGroup("").WithMetadata(new FeatureMetadata(featureId));
}
