using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Content;
using OrchardSite.Content.Display;
using OrchardSite.Content.TypeEditing;

namespace OrchardSite.Banners;

public sealed class Startup : StartupBase
{
    public override Manifest Manifest => BannersManifest.Value;

    public override void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleType("Banner", ["TitlePart", .. new[] { "Image", "Link", "Position", "Order", "StartAt", "EndAt" }.Select(field => $"Banner.{field}")]);
        services.AddSingleton<IContentRule, BannerRule>();
        services.AddScoped<IContentDisplay, BannersDisplay>();
    }
}
