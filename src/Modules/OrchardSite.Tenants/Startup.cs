using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Data;
using OrchardSite.Tenants.Figures;

namespace OrchardSite.Tenants;

public sealed class Startup : StartupBase
{
    public override Manifest Manifest => TenantsManifest.Value;

    public override void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddAudited(TenantAudit.Operations);
        services.AddModelPart<TenantsModel>();
        services.AddChangeConsumer<TenantDirectory>();
        services.AddTenantCache<SiteSettings, SiteSettingsSource>();

        services.AddSingleton<ReservedPaths>();
        services.AddReservedPaths("admin", "api", "health", "media");
        services.AddSingleton(TenantPermissions.ManageFeatures);
        services.AddSingleton(TenantPermissions.ManageSettings);

        services.AddScoped<TenantFigureReader>();
        services.AddSingleton<KeepTenantFigures>();
        services.AddHostedService(provider => provider.GetRequiredService<KeepTenantFigures>());
        services.AddSingleton<KeepRequestCounts>();
        services.AddHostedService(provider => provider.GetRequiredService<KeepRequestCounts>());

        services.AddScoped<TenantPlaces>();
        services.AddScoped<CreateTenant>();
        services.AddScoped<EditTenant>();
        services.AddScoped<EnableTenant>();
        services.AddScoped<DisableTenant>();
        services.AddScoped<RemoveTenant>();
        services.AddScoped<SwitchFeatures>();
        services.AddScoped<SaveSiteDocument>();
        services.AddScoped<SaveSiteSettings>();
    }
}
