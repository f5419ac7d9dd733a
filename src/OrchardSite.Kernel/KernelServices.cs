using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using OrchardSite.Localization;

namespace OrchardSite;

public static class KernelServices
{
    public static IServiceCollection AddKernel(this IServiceCollection services, IReadOnlyList<StartupBase> modules)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<CurrentTenant>();
        services.AddSingleton(new FeatureCatalog(modules.Select(module => module.Manifest)));
        services.AddSingleton(new Translations(modules.Select(module => module.GetType().Assembly).Append(typeof(KernelServices).Assembly).Distinct()));
        services.AddSingleton<PoStringLocalizer>();
        services.AddSingleton<IStringLocalizerFactory>(provider => provider.GetRequiredService<PoStringLocalizer>());
        services.AddSingleton<IStringLocalizer>(provider => provider.GetRequiredService<PoStringLocalizer>());
        return services;
    }
}
