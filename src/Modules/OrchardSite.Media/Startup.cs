using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Data;
using OrchardSite.Recipes;
using OrchardSite.Tenants;
using OrchardSite.Theming.Liquid;
using OrchardSite.Users;

namespace OrchardSite.Media;

public sealed class Startup : StartupBase
{
    public override Manifest Manifest => MediaManifest.Value;

    public override void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<MediaOptions>(configuration.GetSection("Media"));
        services.AddPermissions(MediaPermissions.ManageMediaContent);

        services.AddModelPart<MediaModel>();
        services.AddSingleton<MediaStore>();
        services.AddSingleton<MediaInspector>();
        services.AddChangeConsumer<MediaIndex>();
        services.AddScoped<SaveMediaFile>();
        services.AddSingleton<ITenantFiles, MediaOfTenant>();

        services.AddSingleton<RecipeMedia>();
        services.AddScoped<IRecipeStep, MediaStep>();

        services.AddSingleton<ImageSigner>();
        services.AddSingleton<SizedPictures>();
        services.AddSingleton<MediaEndpoint>();
        services.AddSingleton<ILiquidSetup, MediaFilters>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes) => routes.MapMethods(
        MediaEndpoint.Route,
        [HttpMethods.Get, HttpMethods.Head],
        (HttpContext context, string? path, MediaEndpoint endpoint) => endpoint.SendAsync(context, path));
}
