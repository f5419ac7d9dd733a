using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Recipes;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Content;

/// <summary>Runs steps as the recipe of a file would.</summary>
internal static class RecipeFiles
{
    /// <exception cref="RecipeException">A step was refused.</exception>
    public static async Task<RecipeOutcome> RunAsync(PortalApp portal, string tenant, params JsonObject[] steps)
    {
        var file = Path.Combine(portal.DataFolder, $"{UniqueId.New()}.recipe.json");
        var recipe = new JsonObject { ["name"] = "test", ["steps"] = new JsonArray([.. steps.Select(step => step.DeepClone())]) };
        await File.WriteAllTextAsync(file, recipe.ToJsonString(), TestContext.Current.CancellationToken);
        return await portal.InTenantAsync(tenant, services => services.GetRequiredService<RunRecipe>().RunAsync(
            services.GetRequiredService<RecipeCatalog>().Open(file),
            new RecipeRun(Editing.Editor, planOnly: false, new Dictionary<string, string>()),
            TestContext.Current.CancellationToken));
    }
}
