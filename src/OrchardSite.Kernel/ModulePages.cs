using System.Reflection;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection;

namespace OrchardSite;

/// <summary>What a module with Razor pages calls in its Startup.</summary>
public static class ModulePages
{
    /// <summary>Makes the Razor pages of a module known, whichever program hosts the portal.</summary>
    public static IServiceCollection AddPagesOf(this IServiceCollection services, Assembly module)
    {
        services.AddMvcCore().ConfigureApplicationPartManager(manager =>
        {
            foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(module).GetApplicationParts(module))
            {
                if (!manager.ApplicationParts.Any(known => known.GetType() == part.GetType() && known.Name == part.Name))
                {
                    manager.ApplicationParts.Add(part);
                }
            }
        });
        return services;
    }
}
