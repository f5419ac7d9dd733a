using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Content.Listing;
using OrchardSite.Data;
using OrchardSite.Recipes;
using OrchardSite.Search.Facets;
using OrchardSite.Search.Files;
using OrchardSite.Search.Indexing;
using OrchardSite.Search.Querying;
using OrchardSite.Tenants;

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
        services.AddSingleton<ContentSearch>();
        services.AddSingleton<IContentFinder, DeskSearch>();
        services.AddSingleton<Spelling>();
        services.AddSingleton<SearchSite>();
        services.AddSingleton<SearchResults>();
        services.AddScoped<SearchPage>();
        services.AddScoped<SearchSuggestions>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        routes.MapMethods($"/{SearchPage.Path}", reading, (HttpContext context, SearchPage page) => page.SendAsync(context));
        routes.MapMethods($"/{SearchSuggestions.Path}", reading, (HttpContext context, SearchSuggestions suggestions) => suggestions.SendAsync(context));
    }
}
