using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Users;

namespace OrchardSite.Recipes;

public sealed class Startup : StartupBase
{
    public override Manifest Manifest => RecipesManifest.Value;

    public override void ConfigureServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddAudited(RecipeAudit.Operations);
        services.AddSingleton<RecipeReader>();
        services.AddSingleton<RecipeCatalog>();
        services.AddSingleton<ISetupRecipes>(provider => provider.GetRequiredService<RecipeCatalog>());
        services.AddPermissions(RecipePermissions.ManageRecipes);

        services.AddScoped<RunRecipe>();
        services.AddScoped<SetUpTenant>();
        services.AddScoped<SiteParameters>();

        services.AddScoped<IRecipeStep, FeatureStep>();
        services.AddScoped<IRecipeStep, ThemesStep>();
        services.AddScoped<IRecipeStep, SettingsStep>();
        services.AddScoped<IRecipeStep, RolesStep>();
        services.AddScoped<IRecipeStep, AdminMenuStep>();
    }
}
