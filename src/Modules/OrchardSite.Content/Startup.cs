using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OrchardSite.Content.Comparing;
using OrchardSite.Admin;
using OrchardSite.Audit;
using OrchardSite.Content.Deadlines;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Display;
using OrchardSite.Content.Desk;
using OrchardSite.Content.Editing;
using OrchardSite.Content.Fields;
using OrchardSite.Content.Health;
using OrchardSite.Content.Layers;
using OrchardSite.Content.Listing;
using OrchardSite.Content.Menus;
using OrchardSite.Content.Operations;
using OrchardSite.Content.Packing;
using OrchardSite.Content.Pages;
using OrchardSite.Content.Previewing;
using OrchardSite.Content.Recipes;
using OrchardSite.Content.Settings;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Content.Trees;
using OrchardSite.Content.TypeEditing;
using OrchardSite.Data;
using OrchardSite.Deployment;
using OrchardSite.Media;
using OrchardSite.Recipes;
using OrchardSite.Tenants;
using OrchardSite.Tenants.Figures;
using OrchardSite.Theming;
using OrchardSite.Theming.Liquid;
using OrchardSite.Theming.Templates;
using OrchardSite.Users;
using OrchardSite.Users.Roles;

namespace OrchardSite.Content;

public sealed class Startup : StartupBase
{
    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    public override Manifest Manifest => ContentManifest.Value;

    public override void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddAudited(ContentAudit.Operations);
        services.AddModelPart<ContentModel>();
        services.AddModelPart<HealthTables>();
        services.AddPermissions([.. ContentPermissions.All, .. TreePermissions.All, LayerPermissions.ManageLayers, HealthPermissions.CheckHealth]);
        services.AddSingleton<ITenantFigureSource, ContentFigures>();

        services.AddReservedPaths("robots.txt", "sitemap.xml", "so-do-trang", PreviewLinks.Path);
        services.AddSingleton<ITenantAddresses, ContentAddresses>();

        services.AddSingleton<DefinitionPool>();
        services.AddTenantCache<ContentDefinitions, DefinitionsSource>();
        services.AddTenantCache<TermTree, TermTreeSource>();
        services.AddTenantCache<SiteMenus, SiteMenusSource>();
        services.AddTenantCache<SiteWidgets, SiteWidgetsSource>();

        services.AddScoped<DefinitionStore>();
        services.AddScoped<TermStore>();
        services.AddScoped<TermUses>();
        services.AddScoped<TaxonomyChanges>();
        services.AddSingleton<HtmlCleaner>();
        services.AddSingleton<IContentRule, TaxonomyRule>();
        services.AddSingleton<IContentRule, MenuRule>();
        services.AddScoped<ContentPreparation>();
        services.AddScoped<RouteWriter>();
        services.AddScoped<AliasWriter>();
        services.AddScoped<ReferenceCheck>();
        services.AddScoped<PrepareDraft>();
        services.AddScoped<ContentPermits>();
        services.AddScoped<PlainMoves>();
        services.TryAddScoped<IContentGate, OpenGate>();
        services.TryAddScoped<IContentMoves>(scope => scope.GetRequiredService<PlainMoves>());
        services.AddScoped<PublicationCheck>();
        services.AddScoped<ContentConflicts>();
        services.AddScoped<ContentChanges>();
        services.AddScoped<ContentMappers>();
        services.AddScoped<ContentMediaRows>();
        services.AddScoped<IMediaUses, MediaOfContent>();
        services.AddScoped<ContentRights>();
        services.AddScoped<ContentWriter>();
        services.AddScoped<ImportContent>();
        services.AddScoped<OpenContent>();
        services.AddScoped<SaveContent>();
        services.AddScoped<PublishContent>();
        services.AddScoped<UnpublishContent>();
        services.AddScoped<DeleteContent>();
        services.AddScoped<RestoreContent>();
        services.AddScoped<CloneContent>();
        services.AddScoped<ContentActions>();
        services.AddScoped<ContentEditions>();
        services.AddScoped<ContentList>();
        services.AddScoped<IPermissionSource, ContentTypePermissions>();
        services.AddScoped<DeskItems>();
        services.AddDashboardTile<AwaitingPublication>();
        services.AddScoped<SectionDeadlines>();
        services.AddScoped<SaveDeadlines>();
        services.AddModuleType(WorkCalendar.Settings);
        services.AddDashboardTile<LateSections>();
        services.AddDashboardTile<MyDrafts>();
        services.AddDashboardTile<RecentlyPublished>();
        services.AddDashboardTile<QuickCreate>();
        services.AddPaletteSource<ContentEntries>();
        services.AddPagesOf(typeof(Startup).Assembly);
        services.AddScoped<EditLocks>();
        services.AddScoped<ContentEditor>();
        services.AddScoped<EditWork>();
        services.AddScoped<VersionWork>();
        services.AddScoped<ContentComparison>();
        services.AddSingleton<IAuditItems, AuditedContent>();
        services.AddSingleton<PreviewLinks>();
        services.AddScoped<ContentPreview>();
        services.AddScoped<HomePreview>();
        services.AddScoped<Autosaves>();
        services.AddScoped<SaveTree>();
        services.AddScoped<TreeWork>();
        services.AddScoped<TreeWords>();

        AddHealth(services);

        services.AddScoped<StoredInstances>();
        services.AddScoped<DefinitionImpact>();
        services.AddScoped<ModuleTypes>();
        services.AddScoped<ChangeDefinitions>();

        services.AddScoped<IRecipeStep, ContentDefinitionStep>();
        services.AddScoped<IRecipeStep, ContentStep>();
        services.AddScoped<IRecipeStep, CustomSettingsStep>();
        services.AddScoped<SaveCustomSettings>();
        services.AddScoped<IRecipeStep, LayersStep>();
        services.AddScoped<SiteLayers>();
        services.AddScoped<SaveLayer>();
        services.AddScoped<RemoveLayer>();
        services.AddScoped<WidgetBoard>();
        services.AddScoped<WidgetVersions>();
        services.AddScoped<PlaceWidget>();
        services.AddScoped<AddWidget>();
        services.AddScoped<LayerCheck>();
        services.AddScoped<OwnParts>();
        services.AddScoped<IDeploymentSource, DefinitionSource>();
        services.AddScoped<IDeploymentSource, LayerSource>();
        services.AddScoped<IDeploymentSource, ContentSource>();
        services.AddScoped<IDeploymentSource, CustomSettingsSource>();

        services.AddScoped<ContentReader>();
        services.AddScoped<FieldViews>();
        services.AddScoped<ContentShapes>();
        services.AddScoped<IShapeDisplay>(scope => scope.GetRequiredService<ContentShapes>());
        services.AddScoped<IShapeProvider, MenuShapes>();
        services.AddScoped<IZoneContributor, WidgetZones>();
        services.AddScoped<IContentDisplay, MenuWidget>();
        services.AddScoped<ITemplateSample, ContentTemplateSample>();
        services.AddSingleton<ILiquidSetup, ContentFilters>();
        services.AddScoped<ContentPages>();
        services.AddScoped<SiteMapPages>();
    }

    private static void AddHealth(IServiceCollection services)
    {
        services.AddSingleton<PortalHosts>();
        services.AddSingleton<RoutedPages>();
        services.AddSingleton<PortalTargets>();
        services.AddSingleton<PageAnchors>();
        services.AddSingleton<CheckItems>();
        services.AddSingleton<CheckSite>();
        services.AddSingleton<FollowChanges>();
        // What it is made of is this module's own.
        services.AddSingleton(provider => new KeepHealth(
            provider.GetRequiredService<ChangeFeed>(),
            provider.GetRequiredService<IDbContextFactory<SiteDbContext>>(),
            provider.GetRequiredService<FollowChanges>(),
            provider.GetRequiredService<IHostApplicationLifetime>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<KeepHealth>>()));
        services.AddHostedService(provider => provider.GetRequiredService<KeepHealth>());
        services.AddScoped<CheckHealth>();
        services.AddScoped<HealthList>();
        services.AddDashboardTile<BrokenLinks>();
        services.AddDashboardTile<SilentPictures>();
        services.AddDashboardTile<HardTexts>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/", Reads, (HttpContext context, ContentPages pages) => pages.HomeAsync(context));
        routes.MapMethods("/{**path}", Reads, (HttpContext context, string path, ContentPages pages) => pages.FindAsync(context, path));
        // Orchard Core's shorter address of the list.
        routes.MapGet("/Admin/ContentTypes", (HttpContext context) => Results.LocalRedirect($"{context.Request.PathBase}/Admin/ContentTypes/List"));
        routes.MapMethods("/so-do-trang", Reads, (HttpContext context, SiteMapPages pages) => pages.PageAsync(context));
        routes.MapMethods($"/{PreviewLinks.Path}/{{token}}", Reads, (HttpContext context, string token, ContentPreview preview) => preview.SendByLinkAsync(context, token));
        routes.MapMethods("/sitemap.xml", Reads, (HttpContext context, SiteMapPages pages) => pages.XmlAsync(context));
        // Each number in one way of writing alone: 01 would be another address with the same content.
        routes.MapMethods("/sitemap-{number:regex(^[1-9][0-9]{{0,3}}$)}.xml", Reads, (HttpContext context, int number, SiteMapPages pages) => pages.XmlPartAsync(context, number));
        routes.MapMethods("/robots.txt", Reads, (HttpContext context, SiteMapPages pages) => pages.RobotsAsync(context));
    }
}
