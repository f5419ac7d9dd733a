using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Admin.Menu;
using OrchardSite.Admin.Palette;
using OrchardSite.Admin.People;
using OrchardSite.Admin.Templates;
using OrchardSite.Admin.Tenants;
using OrchardSite.Recipes;
using OrchardSite.Tenants;
using OrchardSite.Users;

namespace OrchardSite.Admin;

public sealed class Startup : StartupBase
{
    public override Manifest Manifest => AdminManifest.Value;

    public override void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddReservedPaths(AdminPaths.Dashboard, AdminPaths.Files);
        services.AddPermissions(AdminPermissions.AccessAdminPanel);
        services.AddPagesOf(typeof(Startup).Assembly);
        services.AddSingleton<AdminFiles>();
        services.AddSingleton(new StartPage(AdminPaths.Dashboard, AdminPermissions.AccessAdminPanel));

        services.AddTenantCache<SiteAdminMenu.Stored, SiteAdminMenu.Source>();
        services.AddSingleton<AdminAddresses>();
        services.AddScoped<AdminMenu>();
        services.AddAdminMenu<SiteAdminMenu>();
        services.AddAdminMenu<HostMenu>();
        services.AddPaletteSource<MenuEntries>();
        services.AddScoped<IRecipeStep, TemplatesStep>();
        services.AddScoped<MySites>();
        services.AddScoped<SitePeople>();
        services.AddScoped<SiteSearch>();
    }

    public override void MapEndpoints(IEndpointRouteBuilder routes) =>
        routes.MapMethods(
            $"/{AdminPaths.Files}/{{**file}}",
            [HttpMethods.Get, HttpMethods.Head],
            (HttpContext context, string file, AdminFiles files) => files.SendAsync(context, file));
}
