using System.Net;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Commands;

public sealed class RecipeVerbTests
{
    [Fact]
    public async Task The_list_names_every_recipe_and_says_which_set_a_site_up()
    {
        await using var database = await TestDatabase.CreateAsync();

        var listed = (await new PortalProgram(database).RunAsync("recipes", "list")).ShouldSucceed();

        listed.Lines.Where(line => line.Contains(" yes ", StringComparison.Ordinal)).Select(line => line.Split(' ')[0]).ShouldBe(["department", "partner-unit"]);
        listed.Lines.ShouldContain(line => line.StartsWith("xttm-lang-son-articles-1 ", StringComparison.Ordinal) && line.EndsWith("units/xttm-lang-son/articles-1.recipe.json", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_site_was_set_up_from_changes_nothing_when_it_is_run_again()
    {
        await using var database = await TestDatabase.CreateAsync();
        var program = new PortalProgram(database);
        var before = await DatabaseContents.ReadAsync(database);

        (await program.RunAsync("recipes", "plan", "department", "--tenant", PortalApp.Department)).ShouldSucceed().Lines.ShouldBe(["Nothing would change: the site is as the recipe says."]);
        (await program.RunAsync("recipes", "run", "department", "--tenant", PortalApp.Department)).ShouldSucceed().Lines.ShouldBe(["Nothing has changed: the site is as the recipe says."]);
        (await program.RunAsync("recipes", "run", "partner-unit", "--tenant", PortalApp.LangSon, "--parameter", $"UnitContent={PortalApp.LangSon}"))
            .ShouldSucceed().Lines.ShouldBe(["Nothing has changed: the site is as the recipe says."]);

        before.DifferencesTo(await DatabaseContents.ReadAsync(database)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_plan_shows_what_the_run_after_it_does_and_does_none_of_it()
    {
        await using var database = await TestDatabase.CreateAsync();
        var program = new PortalProgram(database);
        var file = Write(database, """
            { "name": "doi-ten", "steps": [
              // Comments are allowed.
              { "name": "settings", "SiteName": "[js: 'Trung tâm ' + parameters('Ten')]" },
              { "name": "Roles", "Roles": [ { "Name": "Cộng tác viên ảnh", "Permissions": [] } ] } ] }
            """);
        string[] asked = [file, "--tenant", PortalApp.LangSon, "--parameter", "Ten=Mới"];
        var before = await DatabaseContents.ReadAsync(database);

        var plan = (await program.RunAsync(["recipes", "plan", .. asked])).ShouldSucceed();

        plan.Lines.Select(Words).ShouldContain("Update settings SiteName");
        plan.Lines.Select(Words).ShouldContain("Create role Cộng tác viên ảnh");
        before.DifferencesTo(await DatabaseContents.ReadAsync(database)).ShouldBeEmpty();

        (await program.RunAsync(["recipes", "run", .. asked])).ShouldSucceed().Lines.ShouldBe(["1 made, 1 changed, 0 removed."]);
        (await program.RunAsync(["recipes", "run", .. asked])).ShouldSucceed().Lines.ShouldBe(["Nothing has changed: the site is as the recipe says."]);
        await using var portal = await RunningProgram.StartAsync(program);
        (await portal.Http.GetPageAsync($"/{PortalApp.LangSon}/")).TextOf(".unit-name").ShouldBe("Trung tâm Mới");
        (await portal.Http.GetPageAsync($"/{PortalApp.VinhLong}/")).TextOf(".unit-name").ShouldBe("Trung tâm Xúc tiến thương mại Vĩnh Long");
    }

    [Theory]
    [InlineData("""{ "name": "khac" }""", ", khac, $.steps[1].name: There is no such step; there are: ")]
    [InlineData("""{ "name": "settings", "PageSize": 1000 }""", ", settings, $.steps[1].PageSize: A page shows 1 to 100 items.")]
    [InlineData("""{ "name": "feature", "enable": [ "Khac.Feature" ] }""", ", feature, $.steps[1].enable[0]: There is no feature Khac.Feature.")]
    [InlineData("""{ "name": "settings", "PageSize": "[js: khongCo()]" }""", ", settings, $.steps[1].PageSize: The script fails: ")]
    [InlineData("""{ "name": "settings", "SiteName": "[file:text('../bi-mat.txt')]" }""", ", settings, $.steps[1].SiteName: There is no file ../bi-mat.txt in the recipe's folder.")]
    [InlineData("""{ "name": """, ": Line 3: ")]
    public async Task What_is_wrong_is_named_with_file_step_and_path_and_nothing_is_half_applied(string step, string complaint)
    {
        await using var database = await TestDatabase.CreateAsync();
        var file = Write(database, $$"""
            { "name": "loi", "steps": [
              { "name": "settings", "SiteName": "Không được đổi" },
              {{step}} ] }
            """);
        var before = await DatabaseContents.ReadAsync(database);

        var outcome = await new PortalProgram(database).RunAsync("recipes", "run", file, "--tenant", PortalApp.VinhLong);

        outcome.ExitCode.ShouldBe(1);
        outcome.Complaints.ShouldHaveSingleItem().ShouldStartWith(file + complaint);
        before.DifferencesTo(await DatabaseContents.ReadAsync(database)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_recipe_or_site_that_is_not_there_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync();
        var program = new PortalProgram(database);

        (await program.RunAsync("recipes", "run", "khac", "--tenant", PortalApp.Department)).ShouldBeRefused("There is no recipe and no file khac.");
        (await program.RunAsync("recipes", "plan", "department", "--tenant", "khac")).ShouldBeRefused("There is no site with the name khac.");
    }

    private static string Write(TestDatabase database, string recipe)
    {
        var folder = Directory.CreateDirectory(Path.Combine(database.Folder, "recipe")).FullName;
        File.WriteAllText(Path.Combine(database.Folder, "bi-mat.txt"), "bí mật");
        var file = Path.Combine(folder, "thu.recipe.json");
        File.WriteAllText(file, recipe);
        return file;
    }

    private static string Words(string line) => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
