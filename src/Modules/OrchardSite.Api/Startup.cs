using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Admin;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Api;

public sealed class Startup : StartupBase
{
    public override Manifest Manifest => ApiManifest.Value;

    public override void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddAudited(ApiAudit.Operations);
        services.AddModelPart<TokensModel>();
        services.AddReservedPaths("api");
        services.AddScoped<GrantablePermissions>();
        services.AddScoped<CreateAccessToken>();
        services.AddScoped<RevokeAccessToken>();
        services.AddScoped<TokenList>();
        services.AddScoped<TokenCheck>();
        services.AddSingleton<TokenLimits>();

        services.AddScoped<ApiBody>();
        services.AddScoped<ApiMatch>();
        services.AddScoped<ApiPaging>();
        services.AddScoped<Definitions>();
        services.AddScoped<ReadContentApi>();
        services.AddScoped<WriteContentApi>();
        services.AddScoped<MoveContentApi>();
        services.AddScoped<MediaApi>();
        services.AddScoped<TaxonomyApi>();
        services.AddScoped<TenantApi>();

        services.AddOpenApi(ApiDescription.Document, ApiDocument.Set);
        // A number in the description is a number, and no text that could be read as one.
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        services.AddSingleton<ApiDescription>();
        services.AddSingleton<ScalarFiles>();
        services.AddAdminMenu<ApiMenu>();
        services.AddPagesOf(typeof(Startup).Assembly);
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes) => ApiRoutes.Map(routes);
}
