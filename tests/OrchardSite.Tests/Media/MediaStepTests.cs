using OrchardSite.Recipes;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Recipes;

namespace OrchardSite.Tests.Media;

public sealed class MediaStepTests
{
    [Fact]
    public async Task Files_are_told_of_as_made_changed_or_not_at_all()
    {
        await using var portal = await PortalApp.StartAsync();
        var recipe = RecipeFiles.Recipe("""{ "name": "media", "Files": [ { "SourcePath": "mot.txt", "TargetPath": "thu/mot.txt" }, { "Base64": "SGFp", "TargetPath": "thu/hai.txt" } ] }""");
        portal.WriteBeside("mot.txt", "Một");

        (await portal.RunAsync(recipe)).Changes.ShouldBe(
            [new RecipeChange(RecipeEffect.Create, "media", "thu/mot.txt"), new RecipeChange(RecipeEffect.Create, "media", "thu/hai.txt")]);
        (await portal.RunAsync(recipe)).Changes.ShouldBeEmpty();

        portal.WriteBeside("mot.txt", "Một khác");
        (await portal.RunAsync(recipe)).Changes.ShouldBe([new RecipeChange(RecipeEffect.Update, "media", "thu/mot.txt")]);
        (await portal.Http.GetPageAsync("/xttm-lang-son/media/thu/mot.txt")).Body.ShouldBe("Một khác");
        (await portal.Http.GetPageAsync("/xttm-lang-son/media/thu/hai.txt")).Body.ShouldBe("Hai");
    }

    [Theory]
    [InlineData("""{ "SourcePath": "mot.txt" }""", "", "TargetPath is missing.")]
    [InlineData("""{ "TargetPath": "a.txt" }""", "", "SourcePath is missing.")]
    [InlineData("""{ "TargetPath": "../a.txt", "SourcePath": "mot.txt" }""", ".TargetPath", "No folder or file name begins or ends with a full stop or a space.")]
    [InlineData("""{ "TargetPath": "a.exe", "SourcePath": "mot.txt" }""", ".TargetPath", "The library takes no files of this kind: a.exe")]
    [InlineData("""{ "TargetPath": "a.png", "SourcePath": "mot.txt" }""", ".SourcePath", "The content of a.png is not what its name says.")]
    [InlineData("""{ "TargetPath": "a.png", "Base64": "SGFp" }""", ".Base64", "The content of a.png is not what its name says.")]
    [InlineData("""{ "TargetPath": "a.txt", "Base64": "không" }""", ".Base64", "This is no Base64.")]
    [InlineData("""{ "TargetPath": "a.txt", "SourcePath": "khong-co.txt" }""", ".SourcePath", "There is no file khong-co.txt among those of the recipe.")]
    [InlineData("""{ "TargetPath": "a.txt", "SourcePath": "../ngoai.txt" }""", ".SourcePath", "There is no file ../ngoai.txt among those of the recipe.")]
    [InlineData("""{ "TargetPath": "a.txt", "SourcePath": "/etc/hostname" }""", ".SourcePath", "There is no file /etc/hostname among those of the recipe.")]
    [InlineData("""{ "TargetPath": "a.txt", "SourceUrl": "http://127.0.0.1/" }""", ".SourceUrl", "A recipe brings its files along; it fetches none from elsewhere.")]
    [InlineData("""{ "TargetPath": "a.txt", "SourcePath": "mot.txt" }, { "TargetPath": "a.txt", "SourcePath": "mot.txt" }""", "", "a.txt is listed twice.")]
    public async Task A_file_that_cannot_be_taken_in_is_refused_with_its_place(string files, string path, string reason)
    {
        await using var portal = await PortalApp.StartAsync();
        portal.WriteBeside("mot.txt", "Một");
        await File.WriteAllTextAsync(Path.Combine(portal.DataFolder, "ngoai.txt"), "Bên ngoài", TestContext.Current.CancellationToken);
        var place = reason.EndsWith("twice.", StringComparison.Ordinal) ? "$.steps[1].Files[1].TargetPath" : $"$.steps[1].Files[0]{path}";

        await portal.ShouldBeRefusedAsync(RecipeFiles.Recipe($$"""{{RecipeFiles.Rename("Tên khác")}}, { "name": "media", "Files": [ {{files}} ] }"""), "media", place, reason);
    }
}
