using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Data;
using OrchardSite.Deployment;
using OrchardSite.Recipes;
using OrchardSite.Tenants;
using OrchardSite.Tenants.Figures;
using OrchardSite.Theming.Liquid;
using OrchardSite.Users;
using OrchardSite.Users.Roles;

namespace OrchardSite.Media;

public sealed class Startup : StartupBase
{
    public override Manifest Manifest => MediaManifest.Value;

    public override void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddAudited(MediaAudit.Operations);
        services.Configure<MediaOptions>(configuration.GetSection("Media"));
        services.AddPermissions(MediaPermissions.All);
        services.AddScoped<IPermissionSource, MediaFolderPermissions>();

        services.AddModelPart<MediaModel>();
        services.AddSingleton<ITenantFigureSource, MediaFigures>();
        services.AddSingleton<MediaStore>();
        services.AddSingleton<MediaInspector>();
        services.AddChangeConsumer<MediaIndex>();
        services.AddScoped<MediaChanges>();
        services.AddScoped<MediaUses>();
        services.AddScoped<MediaNotes>();
        services.AddScoped<IMediaUses, MediaOfSettings>();
        services.AddScoped<SaveMediaFile>();
        services.AddScoped<KeepAttachment>();
        services.AddScoped<EditMediaFile>();
        services.AddScoped<DeleteMediaFile>();
        services.AddScoped<MediaFolders>();
        services.AddSingleton<ITenantFiles, MediaOfTenant>();

        services.AddScoped<MediaList>();
        services.AddSingleton(provider => new MediaThumbnails(provider.GetRequiredService<ImageSigner>()));
        services.AddSingleton<ResumableUploads>();
        services.AddSingleton<UploadEndpoint>();
        services.AddPagesOf(typeof(Startup).Assembly);

        services.AddSingleton<RecipeMedia>();
        services.AddScoped<IRecipeStep, MediaStep>();
        services.AddScoped<MediaFormerPaths>();
        services.AddScoped<IDeploymentSource, MediaSource>();

        services.AddSingleton<ImageSigner>();
        services.AddSingleton<SizedPictures>();
        services.AddSingleton<MediaEndpoint>();
        services.AddSingleton<SendPublicMedia>(provider => provider.GetRequiredService<MediaEndpoint>().SendPublicAsync);
        services.AddSingleton<DownloadCounter>();
        services.AddSingleton<KeepDownloadCounts>();
        services.AddHostedService(provider => provider.GetRequiredService<KeepDownloadCounts>());
        services.AddScoped<Downloads>();
        services.AddSingleton<ILiquidSetup, MediaFilters>();
        services.AddSingleton<ILiquidSetup, TextPictures>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapMethods(MediaEndpoint.Route, [HttpMethods.Get, HttpMethods.Head], (HttpContext context, string? path, MediaEndpoint endpoint) => endpoint.SendAsync(context, path));

        var uploads = routes.MapGroup(UploadEndpoint.Route).RequireAuthorization();
        uploads.MapPost("", (HttpContext context, CurrentActor current, SaveMediaFile save, UploadEndpoint endpoint) => endpoint.CreateAsync(context, current, save));
        uploads.MapMethods("{key}", [HttpMethods.Head], (HttpContext context, string key, CurrentActor current, UploadEndpoint endpoint) => endpoint.TellOffsetAsync(context, key, current));
        uploads.MapPatch("{key}", (HttpContext context, string key, CurrentActor current, UploadEndpoint endpoint) => endpoint.AppendAsync(context, key, current));
        uploads.MapDelete("{key}", (HttpContext context, string key, CurrentActor current, UploadEndpoint endpoint) => endpoint.RemoveAsync(context, key, current));
    }
}
