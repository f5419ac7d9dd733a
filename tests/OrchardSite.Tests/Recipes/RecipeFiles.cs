using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Recipes;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;

namespace OrchardSite.Tests.Recipes;

/// <summary>Recipes that a test writes beside its data and runs on the site of Lạng Sơn.</summary>
internal static class RecipeFiles
{
    public const string Name = "thu.recipe.json";

    public static string RecipeFolder(this PortalApp portal) => Directory.CreateDirectory(Path.Combine(portal.DataFolder, "recipes-of-test")).FullName;

    public static string WriteBeside(this PortalApp portal, string name, byte[] content)
    {
        var file = Path.Combine(portal.RecipeFolder(), name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
        return file;
    }

    public static string WriteBeside(this PortalApp portal, string name, string content) => portal.WriteBeside(name, Encoding.UTF8.GetBytes(content));

    /// <param name="steps">JSON of the steps.</param>
    public static string Recipe(string steps, string variables = "{}") => $$"""{ "name": "thu", "variables": {{variables}}, "steps": [ {{steps}} ] }""";

    /// <summary>A step that gives the site a name: what it comes to can be read in the title of its pages.</summary>
    public static string Rename(string siteName) => $$"""{ "name": "settings", "SiteName": "{{siteName}}" }""";

    public static Task<RecipeOutcome> RunAsync(this PortalApp portal, string recipe, IReadOnlyDictionary<string, string>? parameters = null, bool planOnly = false) =>
        portal.RunAsync(catalog => catalog.Open(portal.WriteBeside(Name, recipe)), parameters, planOnly);

    public static Task<RecipeOutcome> RunAsync(
        this PortalApp portal,
        Func<RecipeCatalog, RecipeDescriptor> choose,
        IReadOnlyDictionary<string, string>? parameters = null,
        bool planOnly = false,
        Actor? actor = null,
        string tenant = PortalApp.LangSon) =>
        portal.InTenantAsync(tenant, services => services.GetRequiredService<RunRecipe>().RunAsync(
            choose(services.GetRequiredService<RecipeCatalog>()),
            new RecipeRun(actor ?? Sites.Administrator, planOnly, parameters ?? new Dictionary<string, string>()),
            TestContext.Current.CancellationToken));

    /// <summary>The recipe is refused with an error at that step and place, for that reason, and nothing of it is left.</summary>
    public static async Task ShouldBeRefusedAsync(this PortalApp portal, string recipe, string? step, string? path, string reason)
    {
        var before = await RowCounts.ReadAsync(portal);

        var error = await Should.ThrowAsync<RecipeException>(() => portal.RunAsync(recipe));

        (error.Step, error.Path).ShouldBe((step, path));
        error.Reason.ShouldStartWith(reason);
        error.Message.ShouldStartWith(error.File + (step is null ? "" : $", {step}") + (path is null ? "" : $", {path}"));
        error.File.ShouldEndWith(Name);
        (await RowCounts.ReadAsync(portal)).ShouldBe(before);
        (await portal.TitleAsync()).ShouldContain("Lạng Sơn");
    }

    /// <summary>The title of the first page of Lạng Sơn's site.</summary>
    public static async Task<string> TitleAsync(this PortalApp portal) => (await portal.Http.GetPageAsync("/xttm-lang-son/")).TextOf("title").ShouldNotBeNull();
}
