using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Admin.Home;
using OrchardSite.Admin.Menu;
using OrchardSite.Admin.Palette;

namespace OrchardSite.Admin;

/// <summary>What a module calls in its Startup to take part in the dashboard.</summary>
public static class AdminServices
{
    public static IServiceCollection AddAdminMenu<TSource>(this IServiceCollection services)
        where TSource : class, IAdminMenuSource => services.AddScoped<IAdminMenuSource, TSource>();

    public static IServiceCollection AddDashboardTile<TTile>(this IServiceCollection services)
        where TTile : class, IDashboardTile => services.AddScoped<IDashboardTile, TTile>();

    public static IServiceCollection AddTopbarPart<TPart>(this IServiceCollection services)
        where TPart : class, ITopbarPart => services.AddScoped<ITopbarPart, TPart>();

    public static IServiceCollection AddPaletteSource<TSource>(this IServiceCollection services)
        where TSource : class, IPaletteSource => services.AddScoped<IPaletteSource, TSource>();
}
