using OrchardSite.Recipes;
using OrchardSite.Tests.Hosting;
using static OrchardSite.Tests.Recipes.RecipeFiles;

namespace OrchardSite.Tests.Recipes;

public sealed class RecipeFormatTests
{
    [Fact]
    public async Task Comments_trailing_commas_a_byte_order_mark_and_a_head_in_any_case_are_read()
    {
        await using var portal = await PortalApp.StartAsync();

        await portal.RunAsync("\uFEFF" + """
            // Một công thức thử
            {
              "Name": "thu", /* tên */
              "Steps": [
                { "name": "Settings", "siteName": "Trung tâm thử nghiệm", },
              ],
            }
            """);

        (await portal.TitleAsync()).ShouldContain("Trung tâm thử nghiệm");
    }

    [Theory]
    [InlineData("", null, "Line 1: ")]
    [InlineData("{\n\"name\": \"thu\",\n\"steps\": [}\n", null, "Line 3: ")]
    [InlineData("{\n\"name\": \"thu\",\n\"name\": \"hai\" }", null, "")]
    [InlineData("[]", "$", "A recipe is a JSON object.")]
    [InlineData("{}", "$", "name is missing.")]
    [InlineData("{ \"name\": 5 }", "$.name", "A text is expected here.")]
    [InlineData("{ \"name\": \"thu\", \"variables\": [] }", "$.variables", "An object is expected here.")]
    [InlineData("{ \"name\": \"thu\", \"steps\": {} }", "$.steps", "A list is expected here.")]
    [InlineData("{ \"name\": \"thu\", \"steps\": [ 5 ] }", "$.steps[0]", "An object is expected here.")]
    [InlineData("{ \"name\": \"thu\", \"steps\": [ {} ] }", "$.steps[0]", "name is missing.")]
    [InlineData("{ \"name\": \"\\ud800\" }", "$.name", "The text here has a character that cannot be stored.")]
    [InlineData("{ \"name\": \"thu\", \"steps\": [ { \"name\": \"settings\", \"SiteName\": [ \"\", \"a\\uDC00b\" ] } ] }", "$.steps[0].SiteName[1]", "The text here has a character that cannot be stored.")]
    [InlineData("{ \"name\": \"thu\", \"steps\": [ { \"name\": \"settings\", \"SiteName\": \"a\\u0000b\" } ] }", "$.steps[0].SiteName", "The text here has a character that cannot be stored.")]
    [InlineData("{ \"name\": \"thu\", \"steps\": [ { \"name\": \"settings\", \"a\\ud800\": \"b\" } ] }", null, "The text here has a character that cannot be stored.")]
    [InlineData("{ \"name\": \"thu\", \"steps\": [ { \"name\": \"settings\", \"a\\u0000\": \"b\" } ] }", "$.steps[0]", "The text here has a character that cannot be stored.")]
    public async Task What_is_no_recipe_is_refused_with_its_place(string recipe, string? path, string reason)
    {
        await using var portal = await PortalApp.StartAsync();

        await portal.ShouldBeRefusedAsync(recipe, step: null, path, reason);
    }

    [Fact]
    public async Task A_pair_of_escapes_is_a_character_as_any_other()
    {
        await using var portal = await PortalApp.StartAsync();

        await portal.RunAsync(Recipe(Rename("Trang \\ud83c\\udf3e lúa")));

        (await portal.TitleAsync()).ShouldContain("Trang 🌾 lúa");
    }

    [Fact]
    public async Task Depth_beyond_all_reason_is_refused()
    {
        await using var portal = await PortalApp.StartAsync();
        var deep = string.Concat(Enumerable.Repeat("[", 100_000));

        await portal.ShouldBeRefusedAsync($$"""{ "name": "thu", "steps": [ { "name": "settings", "x": {{deep}}""", null, null, "Line 1: ");
    }

    [Fact]
    public async Task A_file_in_another_encoding_or_larger_than_any_recipe_or_missing_is_refused()
    {
        await using var portal = await PortalApp.StartAsync();
        var latin = portal.WriteBeside("latin.json", [.. "{ \"name\": \""u8, 0xE9, .. "\" }"u8]);
        var huge = portal.WriteBeside("huge.json", "");
        await using (var stream = File.OpenWrite(huge))
        {
            stream.SetLength((64L * 1024 * 1024) + 1);
        }

        (await ErrorOfAsync(portal, latin)).Reason.ShouldBe("The file is not in UTF-8.");
        (await ErrorOfAsync(portal, huge)).Reason.ShouldBe("The file is too large: a recipe may have 64 MB.");
        (await ErrorOfAsync(portal, latin + ".khac")).Reason.ShouldBe("There is no such file.");
        (await ErrorOfAsync(portal, portal.DataFolder)).Reason.ShouldBe("There is no such file.");
        (await ErrorOfAsync(portal, " ")).Reason.ShouldBe("There is no such file.");
    }

    [Fact]
    public async Task A_step_that_nobody_knows_is_refused_before_any_step_is_done()
    {
        await using var portal = await PortalApp.StartAsync();

        await portal.ShouldBeRefusedAsync(
            Recipe(Rename("Tên khác") + """, { "name": "deployment" }"""),
            "deployment",
            "$.steps[1].name",
            "There is no such step; there are: AdminMenu, content, ContentDefinition, ");
    }

    private static Task<RecipeException> ErrorOfAsync(PortalApp portal, string file) =>
        Should.ThrowAsync<RecipeException>(() => portal.RunAsync(catalog => catalog.Open(file)));
}
