using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Data;
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
        services.AddSingleton<IndexedContent>();
        services.AddChangeConsumer<IndexUpkeep>();
        services.AddHostedService(provider => provider.GetRequiredService<IndexUpkeep>());
        services.AddSingleton<ContentSearch>();
        services.AddScoped<SearchPage>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes) => routes.MapMethods(
        $"/{SearchPage.Path}",
        [HttpMethods.Get, HttpMethods.Head],
        (HttpContext context, SearchPage page) => page.SendAsync(context));
}
