using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Theming.Liquid;
using OrchardSite.Theming.PageCache;
using OrchardSite.Theming.Templates;
using OrchardSite.Users;

namespace OrchardSite.Theming;

public sealed class Startup : StartupBase
{
    public override Manifest Manifest => ThemingManifest.Value;

    public override void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<PageCacheOptions>(configuration.GetSection("PageCache"));
        services.AddChangeConsumer<AnonymousPages>();
        services.AddChangeConsumer<PageFragments>();

        services.AddModelPart<TemplateModel>();
        services.AddPermissions(TemplatePermissions.ManageTemplates);
        services.AddAudited(TemplateAudit.Operations);
        services.AddTenantCache<SiteTemplates, SiteTemplatesSource>();
        services.AddSingleton<ThemeTemplates>();
        services.AddSingleton<TemplateCheck>();
        services.AddScoped<OwnTemplates>();
        services.AddScoped<SetTemplateAside>();
        services.AddScoped<TrialServices>();
        services.AddScoped<TrialRendering>();
        services.AddScoped<TemplateTrial>();
        services.AddScoped<TemplateHistory>();
        services.AddScoped<SaveTemplate>();
        services.AddScoped<TakeTemplateBack>();
        services.AddScoped<PreviewTemplate>();

        services.AddSingleton<PageStart>();
        services.AddSingleton<SiteAddresses>();
        services.AddSingleton<LiquidEngine>();
        services.AddSingleton<ThemeFiles>();
        services.AddSingleton<ILiquidSetup, LayoutTags>();
        services.AddSingleton<ILiquidSetup, TextFilters>();
        services.AddSingleton<ILiquidSetup, AddressFilters>();

        services.AddScoped<ShapeRenderer>();
        services.AddScoped<PageRenderer>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapMethods($"/{SiteColors.Path}", [HttpMethods.Get, HttpMethods.Head], SiteColors.SendAsync);
        routes.MapMethods(
            $"/{ThemeFiles.PathStart}/{{**file:minlength(1)}}",
            [HttpMethods.Get, HttpMethods.Head],
            (HttpContext context, string file, ThemeFiles files) => files.SendAsync(context, file));
    }
}
