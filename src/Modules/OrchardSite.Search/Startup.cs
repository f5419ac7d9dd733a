using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardSite.Admin;
using OrchardSite.Content.Listing;
using OrchardSite.Data;
using OrchardSite.Deployment;
using OrchardSite.Recipes;
using OrchardSite.Search.Facets;
using OrchardSite.Search.Files;
using OrchardSite.Search.Indexing;
using OrchardSite.Search.Insight;
using OrchardSite.Search.Queries;
using OrchardSite.Search.Querying;
using OrchardSite.Tenants;
using OrchardSite.Theming.Liquid;
using OrchardSite.Users;
using OrchardSite.Users.Roles;

namespace OrchardSite.Search;

public sealed class Startup : StartupBase
{
    public override Manifest Manifest => SearchManifest.Value;

    public override void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddReservedPaths(SearchPage.Path);
        services.AddSingleton<SearchIndex>();
        services.AddSingleton<IndexFolders>();
        services.AddFileTexts();
        services.AddSingleton<ContentDocument>();
        services.AddSingleton<IndexedContent>();
        services.AddSingleton<IndexMaker>();
        services.AddSingleton(provider => new RebuildIndex(provider.GetRequiredService<IndexFolders>(), provider.GetRequiredService<IndexMaker>()));
        services.AddSingleton(provider => new InspectIndex(provider.GetRequiredService<IndexFolders>(), provider.GetRequiredService<IDbContextFactory<SiteDbContext>>()));
        services.AddChangeConsumer<IndexUpkeep>();
        services.AddHostedService(provider => provider.GetRequiredService<IndexUpkeep>());
        services.AddHostedService<ReadAttachedFiles>();

        services.AddSingleton<ISearchFacet, TypeFacet>();
        services.AddSingleton<ISearchFacet, UnitFacet>();
        services.AddSingleton<ISearchFacet, CategoryFacet>();
        services.AddSingleton<ISearchFacet, YearFacet>();

        services.AddTenantCache<Synonyms, SynonymsSource>();
        services.AddScoped<IRecipeStep, SearchSynonymsStep>();
        services.AddScoped<SaveSynonyms>();
        services.AddSingleton<ContentSearch>();
        services.AddSingleton<IContentFinder, DeskSearch>();
        services.AddSingleton<Spelling>();
        services.AddSingleton<SearchSite>();
        services.AddSingleton<SearchResults>();
        services.AddTenantCache<NamedQueries, NamedQueriesSource>();
        services.AddScoped<IRecipeStep, QueriesStep>();
        services.AddScoped<IDeploymentSource, SearchSource>();
        services.AddPermissions(QueryPermissions.ExecuteAll);
        services.AddScoped<IPermissionSource, NamedQueryPermissions>();
        services.AddSingleton<RunQuery>();
        services.AddSingleton<ILiquidSetup>(provider => new QueryLiquid(provider.GetRequiredService<RunQuery>, provider.GetRequiredService<ILogger<QueryLiquid>>()));
        services.AddScoped<QueryApi>();
        services.AddReservedPaths("api");
        services.AddModelPart<SearchModel>();
        services.AddSingleton<SearchCounter>();
        services.AddSingleton<KeepSearchCounts>();
        services.AddHostedService(provider => provider.GetRequiredService<KeepSearchCounts>());
        services.AddScoped<ReadSearchInsight>();
        services.AddPermissions(SearchPermissions.All);
        services.AddPagesOf(typeof(Startup).Assembly);
        services.AddScoped<SearchPage>();
        services.AddScoped<SearchSuggestions>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        routes.MapMethods($"/{SearchPage.Path}", reading, (HttpContext context, SearchPage page) => page.SendAsync(context));
        routes.MapMethods($"/{SearchSuggestions.Path}", reading, (HttpContext context, SearchSuggestions suggestions) => suggestions.SendAsync(context));
        routes.MapMethods($"/{QueryApi.Path}", reading, (HttpContext context, string name, QueryApi api) => api.AnswerAsync(context, name));
    }
}
