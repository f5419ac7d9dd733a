using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Banners.Campaigns;
using OrchardSite.Banners.Ordering;
using OrchardSite.Banners.Statistics;
using OrchardSite.Content;
using OrchardSite.Content.Display;
using OrchardSite.Content.TypeEditing;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Users;

namespace OrchardSite.Banners;

public sealed class Startup : StartupBase
{
    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    public override Manifest Manifest => BannersManifest.Value;

    public override void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleType("Banner", ["TitlePart", .. new[] { "Image", "Link", "Position", "Order", "StartAt", "EndAt" }.Select(field => $"Banner.{field}")]);
        services.AddReservedPaths(CountBanners.PathStart);
        services.AddModelPart<BannersModel>();
        services.AddModelPart<CampaignTables>();
        services.AddSingleton<IContentRule, BannerRule>();
        services.AddTenantCache<SiteBanners, SiteBannersSource>();
        services.AddScoped<IContentDisplay, BannersDisplay>();

        services.Configure<BannerLimitOptions>(configuration.GetSection("BannerLimits"));
        services.AddSingleton<BannerLimits>();
        services.AddSingleton<BannerCounter>();
        services.AddSingleton<KeepBannerCounts>();
        services.AddHostedService(provider => provider.GetRequiredService<KeepBannerCounts>());
        services.AddSingleton<CountBanners>();
        services.AddScoped<BannerFigures>();

        services.AddAudited(CampaignAudit.Operations);
        services.AddPermissions(CampaignPermissions.All);
        services.AddTenantCache<SiteCampaigns, SiteCampaignsSource>();
        services.AddSingleton<ShownBanners>();
        services.AddSingleton<CampaignItems>();
        services.AddSingleton<CampaignNews>();
        services.AddScoped<IContentMapper, CampaignMapper>();
        services.AddScoped<CampaignCheck>();
        services.AddScoped<OpenCampaign>();
        services.AddScoped<SaveCampaign>();
        services.AddScoped<EndCampaign>();
        services.AddScoped<SwitchCampaign>();
        services.AddScoped<CampaignBoard>();

        services.AddScoped<BannerBoard>();
        services.AddScoped<MoveBanner>();
        services.AddScoped<NumberBanner>();
        services.AddSingleton<BannerTexts>();
        services.AddPagesOf(typeof(Startup).Assembly);
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        var ofFeature = routes.ForFeature(BannersManifest.Feature);
        ofFeature.MapPost($"/{CountBanners.SeenPath}", (HttpContext context, CountBanners count) => count.SeeAsync(context));
        ofFeature.MapMethods($"/{CountBanners.ClickPathOf("{id}")}", Reads, (HttpContext context, string id, CountBanners count) => count.FollowAsync(context, id));
        ofFeature.MapMethods($"/{CampaignItems.PicturePathOf("{id}")}/media/{{**path}}", Reads, (HttpContext context, string id, string path, CampaignItems items) => items.SendPictureAsync(context, id, path));
        ofFeature.MapPost($"/{CountBanners.ClickPathOf("{id}")}", (HttpContext context, string id, CountBanners count) => count.ClickAsync(context, id));
    }
}
