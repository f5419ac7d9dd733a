using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Admin;
using OrchardSite.Admin.Tenants;
using OrchardSite.Data;
using OrchardSite.Deployment.Fleet;
using OrchardSite.Tenants;
using OrchardSite.Users;

namespace OrchardSite.Deployment;

public sealed class Startup : StartupBase
{
    public override Manifest Manifest => DeploymentManifest.Value;

    public override void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddAudited(DeploymentAudit.Operations);
        services.AddPermissions(DeploymentPermissions.All);
        services.AddPagesOf(typeof(Startup).Assembly);

        services.AddScoped<ApplyRecipe>();
        services.AddScoped<RecipeHistory>();
        services.AddScoped<RecipeParameters>();

        services.Configure<PackageOptions>(configuration.GetSection("Packages"));
        services.AddSingleton<PackageFolders>();
        services.AddSingleton<ITenantFiles>(provider => provider.GetRequiredService<PackageFolders>());
        services.AddSingleton<ThrowAwayPackages>();
        services.AddHostedService(provider => provider.GetRequiredService<ThrowAwayPackages>());
        services.AddSingleton<UnpackPackage>();
        services.AddScoped<ImportPackage>();
        services.AddScoped<ExportPackage>();
        services.AddScoped<SetUpFromPackage>();
        services.AddScoped<CloneTenant>();
        services.AddScoped<IDeploymentSource, FeatureSource>();
        services.AddScoped<IDeploymentSource, SettingsSource>();
        services.AddScoped<IDeploymentSource, RoleSource>();
        services.AddScoped<IDeploymentSource, AdminMenuSource>();
        services.AddScoped<IDeploymentSource, TemplateSource>();

        AddFleet(services);
    }

    private static void AddFleet(IServiceCollection services)
    {
        services.AddModelPart<FleetModel>();
        services.AddAudited(FleetAudit.Operations);
        services.AddAdminMenu<FleetMenu>();
        services.AddScoped<StartFleetRun>();
        services.AddScoped<StopFleetRun>();
        services.AddScoped<RepeatFleetRun>();
        services.AddScoped<RunFleetSite>();
        services.AddScoped<CompareFleetSite>();
        services.AddScoped<FleetRuns>();
        services.AddScoped<ISiteLinks, FleetLinks>();
        services.AddSingleton<FleetLease>();
        services.AddSingleton<KeepFleetRuns>();
        services.AddHostedService(provider => provider.GetRequiredService<KeepFleetRuns>());
    }
}
