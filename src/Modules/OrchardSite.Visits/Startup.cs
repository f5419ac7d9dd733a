using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Admin;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Theming;
using OrchardSite.Users;
using OrchardSite.Visits.Counting;
using OrchardSite.Visits.Figures;

namespace OrchardSite.Visits;

public sealed class Startup : StartupBase
{
    public override Manifest Manifest => VisitsManifest.Value;

    public override void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddReservedPaths(CountVisits.Path);
        services.AddModelPart<VisitsModel>();

        services.Configure<VisitLimitOptions>(configuration.GetSection("VisitLimits"));
        services.AddSingleton<SiteDays>();
        services.AddSingleton<VisitSeal>();
        services.AddSingleton<VisitLimits>();
        services.AddSingleton<Visitors>();
        services.AddSingleton<VisitCounter>();
        services.AddSingleton<SiteTotals>();
        services.AddSingleton<KeepVisitCounts>();
        services.AddHostedService(provider => provider.GetRequiredService<KeepVisitCounts>());
        services.AddSingleton<TellReadersOnline>();
        services.AddHostedService(provider => provider.GetRequiredService<TellReadersOnline>());
        services.AddSingleton<CountVisits>();
        services.AddScoped<IZoneContributor, VisitMark>();

        services.AddPermissions(VisitPermissions.ViewVisits);
        services.AddScoped<VisitFigures>();
        services.AddScoped<VisitedPages>();
        services.AddAdminMenu<VisitsMenu>();
        services.AddDashboardTile<VisitsTile>();
        services.AddPagesOf(typeof(Startup).Assembly);
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes) =>
        routes.ForFeature(VisitsManifest.Feature).MapPost($"/{CountVisits.Path}", (HttpContext context, CountVisits count) => count.HearAsync(context));
}
