using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Content;
using OrchardSite.Content.Display;
using OrchardSite.Data;
using OrchardSite.Search.Facets;
using OrchardSite.Tenants;

namespace OrchardSite.Directives;

public sealed class Startup : StartupBase
{
    public override Manifest Manifest => DirectivesManifest.Value;

    public override void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddReservedPaths(DirectiveList.Path);
        services.AddModelPart<DirectivesModel>();
        services.AddSingleton<IContentRule, DirectiveRule>();
        services.AddSingleton<DirectiveDuplicates>();
        services.AddScoped<IContentMapper, DirectiveMapper>();

        services.AddTenantCache<DirectiveEffects, DirectiveEffectsSource>();
        services.AddSingleton<DirectiveFacts>();

        services.AddSingleton<ISearchFacet, DocumentTypeFacet>();
        services.AddSingleton<ISearchFacet, ValidityFacet>();

        services.AddScoped<DirectiveReader>();
        services.AddScoped<DirectiveRelations>();
        services.AddScoped<DirectiveFiles>();
        services.AddScoped<DirectiveList>();
        services.AddScoped<IContentDisplay, DirectiveDisplay>();
        services.AddScoped<IContentDisplay, NewestDirectivesDisplay>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes) => routes.ForFeature(DirectivesManifest.Feature)
        .MapMethods($"/{DirectiveList.Path}", [HttpMethods.Get, HttpMethods.Head], (HttpContext context, DirectiveList list) => list.SendAsync(context));
}
