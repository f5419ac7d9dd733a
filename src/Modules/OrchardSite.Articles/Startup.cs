using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Articles.Feeds;
using OrchardSite.Articles.OldSite;
using OrchardSite.Content;
using OrchardSite.Content.Display;
using OrchardSite.Content.TypeEditing;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Articles;

public sealed class Startup : StartupBase
{
    public override Manifest Manifest => ArticlesManifest.Value;

    public override void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModelPart<ArticlesModel>();
        services.AddReservedPaths(Feed.SitePath);
        services.AddModuleType(
            Article.ContentType,
            ["TitlePart", "AutoroutePart", Article.BodyPart, .. new[] { "Sapo", "Category", "Image", "Author", "SourceKind", "Source", "SourceUrl", "IsFeatured", "ExpiresAt" }.Select(field => $"{Article.Part}.{field}")]);
        services.AddSingleton<IContentRule, ArticleRule>();
        services.AddSingleton<IContentOrigin, ArticleOrigin>();
        services.AddScoped<IContentMapper, ArticleMapper>();

        services.AddScoped<IContentDisplay, ArticleDisplay>();
        services.AddScoped<IContentDisplay, FeaturedArticles>();
        services.AddScoped<IContentDisplay, CategoryArticles>();

        services.AddSingleton<OldPageReader>();
        services.AddSingleton<OldPageFile>();
        services.AddScoped<ImportOldPages>();

        services.AddScoped<Feed>();
        services.Configure<RouteOptions>(options => options.SetParameterPolicy<CategoryFeedConstraint>(CategoryFeedConstraint.Name));
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        var articles = routes.ForFeature(ArticlesManifest.FeatureId);
        articles.MapMethods($"/{Feed.SitePath}", [HttpMethods.Get, HttpMethods.Head], (HttpContext context, Feed feed) => feed.SendSiteAsync(context));
        articles.MapMethods(
            $"/{{**path:{CategoryFeedConstraint.Name}}}",
            [HttpMethods.Get, HttpMethods.Head],
            (HttpContext context, string path, Feed feed) => feed.SendCategoryAsync(context, path));
    }
}
