using Microsoft.Extensions.DependencyInjection;

namespace OrchardSite.Users;

public static class PermissionServices
{
    /// <summary>Declares the permissions that a module asks for, so that roles can be given them.</summary>
    public static IServiceCollection AddPermissions(this IServiceCollection services, params Permission[] permissions)
    {
        foreach (var permission in permissions)
        {
            services.AddSingleton(permission);
        }

        return services;
    }
}
