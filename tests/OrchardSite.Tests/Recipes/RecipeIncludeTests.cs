using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Recipes;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Workflows.Definition;

namespace OrchardSite.Tests.Recipes;

public sealed class RecipeIncludeTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("orchardsite-recipes-").FullName;

    [Fact]
    public async Task Steps_of_included_recipes_are_done_in_their_place_with_variables_of_their_own()
    {
        Write("dau", Include("ten") + """, { "name": "settings", "After": "[js: variables('Ai')]" }""", """{ "Ai": "người gọi" }""");
        Write("thu muc/ten", """{ "name": "settings", "SiteName": "[js: variables('Ai')]" }""", """{ "Ai": "Người được gọi" }""");
        await using var portal = await StartAsync();

        var outcome = await RunAsync(portal, "DAU");

        outcome.Changes.Select(change => change.Name).ShouldBe(["SiteName", "After"]);
        (await portal.TitleAsync()).ShouldContain("Người được gọi");
    }

    [Fact]
    public async Task An_error_in_an_included_recipe_names_its_file_and_leaves_nothing_of_any()
    {
        Write("dau", RecipeFiles.Rename("Tên khác") + "," + Include("sai"));
        Write("thu muc/sai", """{ "name": "settings", "PageSize": 0 }""");

        await ShouldFailAsync("dau", "thu muc/sai.recipe.json", "settings", "$.steps[0].PageSize", "A page shows 1 to 100 items.");
    }

    [Fact]
    public async Task A_recipe_that_includes_itself_is_refused_with_the_way_around()
    {
        Write("dau", Include("giua"));
        Write("giua", Include("dau"));

        await ShouldFailAsync("dau", "giua.recipe.json", "recipes", "$.steps[0].Values[0].name", "The recipe includes itself: dau → giua → dau.");
    }

    [Fact]
    public async Task Recipes_that_include_each_other_twice_over_come_to_an_end()
    {
        for (var number = 0; number < 30; number++)
        {
            Write($"r{number}", $"{Include($"r{number + 1}")}, {Include($"r{number + 1}")}");
        }

        Write("r30", RecipeFiles.Rename("Tên khác"));

        await ShouldFailAsync("r0", null, "recipes", null, "The recipe includes more than 500 others.");
    }

    [Fact]
    public async Task A_recipe_that_is_not_there_is_named_where_it_is_included()
    {
        Write("dau", RecipeFiles.Rename("Tên khác") + "," + Include("khong-co"));

        await ShouldFailAsync("dau", "dau.recipe.json", "recipes", "$.steps[1].Values[0].name", "There is no recipe khong-co.");
    }

    [Fact]
    public async Task Two_recipes_of_one_name_are_refused_until_one_is_gone()
    {
        Write("dau", "");
        Write("thu muc/dau", "");
        await using var portal = await StartAsync();
        var catalog = portal.Services.GetRequiredService<RecipeCatalog>();

        Should.Throw<RecipeException>(() => catalog.All).Reason.ShouldBe("There is another recipe dau, in dau.recipe.json.");

        File.Delete(Path.Combine(_folder, "dau.recipe.json"));
        catalog.All.ShouldHaveSingleItem().File.ShouldBe("thu muc/dau.recipe.json");
    }

    [Fact]
    public async Task A_recipe_that_is_edited_is_read_again()
    {
        Write("dau", RecipeFiles.Rename("Tên một"));
        await using var portal = await StartAsync();
        await RunAsync(portal, "dau");

        File.SetLastWriteTimeUtc(Write("dau", RecipeFiles.Rename("Tên hai")), PortalApp.Morning.UtcDateTime);
        await RunAsync(portal, "dau");

        (await portal.TitleAsync()).ShouldContain("Tên hai");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string steps, string variables = "{}")
    {
        var file = Path.Combine(_folder, name + ".recipe.json");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, $$"""{ "name": "{{Path.GetFileName(name)}}", "variables": {{variables}}, "steps": [ {{steps}} ] }""");
        return file;
    }

    private static string Include(string name) => $$"""{ "name": "recipes", "Values": [ { "executionid": "x", "name": "{{name}}" } ] }""";

    private Task<PortalApp> StartAsync() => PortalApp.StartAsync(services: services =>
    {
        var paths = (PortalPaths)services.Last(service => service.ServiceType == typeof(PortalPaths)).ImplementationInstance!;
        File.Copy(Path.Combine(paths.Recipes, WorkflowFile.Name), Path.Combine(_folder, WorkflowFile.Name), overwrite: true);
        services.AddSingleton(new PortalPaths(paths.Data) { Recipes = _folder });
    });

    private static Task<RecipeOutcome> RunAsync(PortalApp portal, string name) => portal.RunAsync(catalog => catalog.Find(name)!);

    private async Task ShouldFailAsync(string recipe, string? file, string step, string? path, string reason)
    {
        await using var portal = await StartAsync();
        var before = await RowCounts.ReadAsync(portal);

        var error = await Should.ThrowAsync<RecipeException>(() => RunAsync(portal, recipe));

        (error.Step, error.Reason).ShouldBe((step, reason));
        error.File.ShouldBe(file ?? error.File);
        error.Path.ShouldBe(path ?? error.Path);
        (await RowCounts.ReadAsync(portal)).ShouldBe(before);
    }
}
