using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Recipes;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;
using static OrchardSite.Tests.Recipes.RecipeFiles;

namespace OrchardSite.Tests.Recipes;

public sealed class RecipeRunTests
{
    private const string Media = """{ "name": "media", "Files": [ { "TargetPath": "thu/ghi-chu.txt", "Base64": "R2hpIGNow7o=" } ] }""";

    [Theory]
    [InlineData(PortalApp.Department, "department", "Sở Công Thương tỉnh Hải Dương", "")]
    [InlineData(PortalApp.LangSon, "partner-unit", "Trung tâm Xúc tiến thương mại Lạng Sơn", PortalApp.LangSon)]
    public async Task The_recipe_of_a_site_run_again_changes_nothing(string tenant, string recipe, string siteName, string unit)
    {
        await using var portal = await PortalApp.StartAsync();
        var before = await RowCounts.ReadAsync(portal);

        var outcome = await portal.RunAsync(
            catalog => catalog.Find(recipe)!, new Dictionary<string, string> { ["SiteName"] = siteName, ["UnitContent"] = unit }, tenant: tenant);

        outcome.Changes.ShouldBeEmpty();
        (await RowCounts.ReadAsync(portal)).ShouldBe(before);
    }

    [Fact]
    public async Task A_plan_tells_what_a_run_then_does_and_does_nothing_itself()
    {
        await using var portal = await PortalApp.StartAsync();
        var before = await RowCounts.ReadAsync(portal);
        var recipe = Recipe($$"""
            {{Rename("Trung tâm mới")}}, {{Media}},
            { "name": "feature", "disable": [ "OrchardSite.Banners" ] },
            { "name": "Roles", "Roles": [ { "Name": "Người kiểm tra", "Permissions": [ "ViewContent" ] } ] }
            """);

        var plan = await portal.RunAsync(recipe, planOnly: true);

        plan.Applied.ShouldBeFalse();
        plan.Changes.ShouldBe(
        [
            new RecipeChange(RecipeEffect.Update, "settings", "SiteName"),
            new RecipeChange(RecipeEffect.Create, "media", "thu/ghi-chu.txt"),
            new RecipeChange(RecipeEffect.Remove, "feature", "OrchardSite.Banners"),
            new RecipeChange(RecipeEffect.Create, "role", "Người kiểm tra"),
        ]);
        (await RowCounts.ReadAsync(portal)).ShouldBe(before);
        (await portal.TitleAsync()).ShouldContain("Lạng Sơn");

        var run = await portal.RunAsync(recipe);
        run.Applied.ShouldBeTrue();
        run.Changes.ShouldBe(plan.Changes);
        (await portal.TitleAsync()).ShouldContain("Trung tâm mới");
        (await portal.RunAsync(recipe, planOnly: true)).Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_an_error_in_a_late_step_leaves_behind_is_nothing()
    {
        await using var portal = await PortalApp.StartAsync();

        await portal.ShouldBeRefusedAsync(
            Recipe($$"""
                {{Rename("Tên khác")}}, {{Media}},
                { "name": "feature", "disable": [ "OrchardSite.Banners" ] },
                { "name": "content", "data": [ { "ContentType": "Page", "ContentItemId": "thu00000000000000000000001", "Latest": true, "Published": true, "TitlePart": { "Title": "Trang thử" }, "AutoroutePart": { "Path": "trang-thu" }, "HtmlBodyPart": { "Html": "<p>Thử</p>" } } ] },
                { "name": "settings", "Culture": "fr" }
                """),
            "settings",
            "$.steps[4].Culture",
            "fr is no Culture; give one such as vi, en.");

        (await portal.Http.GetPageAsync("/xttm-lang-son/media/thu/ghi-chu.txt")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        portal.Site(PortalApp.LangSon)!.Features.ShouldContain("OrchardSite.Banners");
    }

    [Fact]
    public async Task A_run_that_changed_something_is_written_down_with_who_ran_it()
    {
        await using var portal = await PortalApp.StartAsync();
        var before = await portal.AuditOfAsync(PortalApp.LangSon, nameof(RunRecipe));

        await portal.RunAsync(Recipe(Rename("Trung tâm mới")));
        await portal.RunAsync(Recipe(Rename("Trung tâm mới")));

        var entries = await portal.AuditOfAsync(PortalApp.LangSon, nameof(RunRecipe));
        entries.Count.ShouldBe(before.Count + 1);
        entries.ShouldContain(entry => entry.Detail!.StartsWith("thu: ", StringComparison.Ordinal) && entry.Actor == Sites.Administrator.Name);
    }

    [Fact]
    public async Task Recipes_are_run_by_who_may_do_so()
    {
        await using var portal = await PortalApp.StartAsync();
        var file = portal.WriteBeside(RecipeFiles.Name, Recipe(Rename("Trung tâm mới")));
        var editor = Actor.Person(3, "Nguyễn Văn An", ["PublishContent"]);
        var administrator = Actor.Person(4, "Trần Thị Bình", [RecipePermissions.ManageRecipes.Name]);

        (await Should.ThrowAsync<RecipeException>(() => portal.RunAsync(catalog => catalog.Open(file), actor: editor)))
            .Reason.ShouldBe("You may not run recipes on this site.");
        (await portal.TitleAsync()).ShouldContain("Lạng Sơn");
        (await portal.RunAsync(catalog => catalog.Open(file), actor: administrator)).Applied.ShouldBeTrue();
    }

    [Fact]
    public async Task A_site_is_set_up_once_and_with_a_name()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.CreateSiteAsync(new OrchardSite.Tenants.NewTenant("chi-cuc", "chi-cuc", [], "partner-unit"));

        (await ErrorOfSetUpAsync(portal, "chi-cuc", "")).Reason.ShouldBe("SiteName is missing.");
        (await ErrorOfSetUpAsync(portal, "khong-co", "Tên")).Reason.ShouldBe("There is no site with the name khong-co.");
        (await ErrorOfSetUpAsync(portal, PortalApp.LangSon, "Tên")).Reason.ShouldBe("The site xttm-lang-son has been set up already.");
        (await ErrorOfSetUpAsync(portal, "chi-cuc", "Tên", Actor.Person(3, "Nguyễn Văn An", ["ManageRecipes"])))
            .Reason.ShouldBe("Only an administrator of the whole installation may manage its sites.");
    }

    [Fact]
    public async Task A_set_up_that_fails_leaves_the_site_closed_and_empty_and_can_be_tried_again()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.CreateSiteAsync(new OrchardSite.Tenants.NewTenant("chi-cuc", "chi-cuc", [], "partner-unit"));
        var before = await RowCounts.ReadAsync(portal);

        (await ErrorOfSetUpAsync(portal, "chi-cuc", new string('a', 300))).Reason.ShouldBe("A site's name has 1 to 255 characters.");

        (await RowCounts.ReadAsync(portal)).ShouldBe(before);
        (await portal.Http.GetPageAsync("/chi-cuc/")).Status.ShouldBe(System.Net.HttpStatusCode.ServiceUnavailable);
        await SetUpAsync(portal, "chi-cuc", "Chi cục Quản lý thị trường", Sites.Administrator);
        (await portal.Http.GetPageAsync("/chi-cuc/")).TextOf("title").ShouldNotBeNull().ShouldContain("Chi cục Quản lý thị trường");
    }

    private static Task<RecipeException> ErrorOfSetUpAsync(PortalApp portal, string site, string siteName, Actor? actor = null) =>
        Should.ThrowAsync<RecipeException>(() => SetUpAsync(portal, site, siteName, actor ?? Sites.Administrator));

    private static Task<RecipeOutcome> SetUpAsync(PortalApp portal, string site, string siteName, Actor actor) => portal.AsHostAsync(services =>
        services.GetRequiredService<SetUpTenant>().RunAsync(site, new Dictionary<string, string> { [SetUpTenant.SiteName] = siteName }, null, actor));
}
