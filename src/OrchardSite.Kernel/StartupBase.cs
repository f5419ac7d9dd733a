using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace OrchardSite;

/// <summary>The one readable list of everything a module adds to the portal. Created once, at start.</summary>
public abstract class StartupBase
{
    public abstract Manifest Manifest { get; }

    /// <summary>Adds services, entities, permissions, recipe steps, change consumers and the like.</summary>
    public virtual void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
    }

    /// <summary>Adds endpoints. Those of a feature that tenants may switch off go through <c>ForFeature</c>.</summary>
    public virtual void MapEndpoints(IEndpointRouteBuilder routes)
    {
    }
}
