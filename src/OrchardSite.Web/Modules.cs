namespace OrchardSite.Web;

/// <summary>Every module of this program, each after those it uses.</summary>
internal static class Modules
{
    public static IReadOnlyList<StartupBase> All() =>
    [
        new Tenants.Startup(),
        new Users.Startup(),
        new Recipes.Startup(),
        new Theming.Startup(),
        new Admin.Startup(),
        new Deployment.Startup(),
        new Audit.Startup(),
        new Content.Startup(),
        new Media.Startup(),
        new Search.Startup(),
        new Workflows.Startup(),
        new Articles.Startup(),
        new Directives.Startup(),
        new Banners.Startup(),
        new Visits.Startup(),
        new Api.Startup(),
    ];
}
