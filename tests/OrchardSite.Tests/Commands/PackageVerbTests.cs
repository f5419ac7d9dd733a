using OrchardSite.Tests.Deployment;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Commands;

public sealed class PackageVerbTests
{
    [Fact]
    public async Task A_site_is_written_as_a_package_that_is_planned_and_brought_in_and_another_is_cloned()
    {
        await using var database = await TestDatabase.CreateAsync();
        var program = new PortalProgram(database);
        var file = Path.Combine(database.Folder, "lang-son.zip");

        (await program.RunAsync("recipes", "export", file, "--tenant", PortalApp.LangSon)).ShouldSucceed().Lines.ShouldHaveSingleItem().ShouldStartWith("The package is written: a recipe and ");
        Packages.NamesIn(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)).ShouldContain(Packages.Manifest);
        (await program.RunAsync("recipes", "import", file, "--tenant", PortalApp.LangSon, "--plan")).ShouldSucceed().Lines.ShouldBe(["Nothing would change: the site is as the recipe says."]);
        (await program.RunAsync("recipes", "import", file, "--tenant", PortalApp.LangSon)).ShouldSucceed().Lines.ShouldBe(["Nothing has changed: the site is as the recipe says."]);

        (await program.RunAsync("tenants", "clone", PortalApp.LangSon, "khuyen-cong", "--prefix", "khuyen-cong", "--site-name", "Trung tâm Khuyến công"))
            .ShouldSucceed().Lines.ShouldBe(["The site khuyen-cong is there, like xttm-lang-son."]);
        (await program.RunAsync("tenants", "create", "tu-goi", "--prefix", "tu-goi", "--recipe", "partner-unit")).ShouldSucceed();
        (await program.RunAsync("tenants", "setup", "tu-goi", "--package", file)).ShouldBeRefused("Say with --site-name what readers will call the site.");
        (await program.RunAsync("tenants", "setup", "tu-goi", "--package", file, "--site-name", "Trung tâm Tư vấn")).ShouldSucceed().Lines.ShouldHaveSingleItem().ShouldStartWith("The site tu-goi is set up: ");
        await using var portal = await RunningProgram.StartAsync(program);
        (await portal.Http.GetPageAsync("/tu-goi/")).TextOf(".unit-name").ShouldBe("Trung tâm Tư vấn");
        (await portal.Http.GetPageAsync($"/{PortalApp.LangSon}/")).TextOf(".unit-name").ShouldNotBe("Trung tâm Tư vấn");
        (await portal.Http.GetPageAsync("/khuyen-cong/")).TextOf(".unit-name").ShouldBe("Trung tâm Khuyến công");
    }

    [Fact]
    public async Task What_cannot_be_brought_in_is_said_in_one_sentence()
    {
        await using var database = await TestDatabase.CreateAsync();
        var program = new PortalProgram(database);
        var file = Path.Combine(database.Folder, "hong.zip");
        await File.WriteAllTextAsync(file, "no zip", TestContext.Current.CancellationToken);

        (await program.RunAsync("recipes", "import", file, "--tenant", PortalApp.LangSon)).ShouldBeRefused("The file is no package, or it is damaged: it cannot be unpacked.");
        (await program.RunAsync("recipes", "import", file + "x", "--tenant", PortalApp.LangSon)).ShouldBeRefused($"There is no file {file}x.");
        (await program.RunAsync("recipes", "export", file, "--tenant", "no-such")).ShouldBeRefused("There is no site with the name no-such.");
        (await program.RunAsync("tenants", "setup", PortalApp.LangSon, "--package", file + "x", "--site-name", "Khuyến công")).ShouldBeRefused($"There is no file {file}x.");
        (await program.RunAsync("tenants", "setup", "no-such", "--package", file, "--site-name", "Khuyến công")).ShouldBeRefused("There is no site with the name no-such.");
        (await program.RunAsync("tenants", "clone", "no-such", "khuyen-cong", "--site-name", "Khuyến công")).ShouldBeRefused("There is no site no-such that could be cloned.");
        File.ReadAllText(file).ShouldBe("no zip");
    }
}
