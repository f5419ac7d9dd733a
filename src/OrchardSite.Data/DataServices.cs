using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace OrchardSite.Data;

public static class DataServices
{
    public static IServiceCollection AddSiteData(this IServiceCollection services, IDatabaseProvider provider)
    {
        services.AddSingleton(provider);
        services.AddSingleton<SiteModel>();
        services.AddSingleton<ChangeFeed>();
        services.AddHostedService<ChangeFeedPoll>();
        services.AddPooledDbContextFactory<SiteDbContext>(options =>
        {
            provider.Configure(options);
            options.AddInterceptors(new TenantStamp(), new AuditGuard());
            // Rows are always found by tenant first; that the filter's value is a parameter is the point of it.
            options.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning));
        });
        services.AddScoped(scope => scope.GetRequiredService<IDbContextFactory<SiteDbContext>>()
            .CreateForTenant(scope.GetRequiredService<CurrentTenant>().Id));
        return services;
    }

    /// <summary>Adds a module's entities to the database.</summary>
    public static IServiceCollection AddModelPart<TPart>(this IServiceCollection services)
        where TPart : class, IModelPart => services.AddSingleton<IModelPart, TPart>();

    /// <summary>Adds a singleton that also follows the change feed.</summary>
    public static IServiceCollection AddChangeConsumer<TConsumer>(this IServiceCollection services)
        where TConsumer : class, IChangeConsumer => services
            .AddSingleton<TConsumer>()
            .AddSingleton<IChangeConsumer>(provider => provider.GetRequiredService<TConsumer>());
}
