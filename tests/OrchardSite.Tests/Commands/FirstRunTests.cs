using System.Net;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Commands;

public sealed class FirstRunTests
{
    private const string Department = "Sở Công Thương tỉnh Hải Dương";
    private const string LangSon = "Trung tâm Xúc tiến thương mại Lạng Sơn";
    private const string VinhLong = "Trung tâm Xúc tiến thương mại Vĩnh Long";

    [Fact]
    public async Task An_empty_folder_becomes_three_sites_at_the_addresses_that_are_printed()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        await using var portal = await RunningProgram.StartAsync(new PortalProgram(database));

        portal.Lines[0].ShouldBe("Setting up 3 sites; this happens once.");
        portal.Lines.Skip(1).Take(3).Select(line => line.Split(':')[0].Trim()).ShouldBe([LangSon, VinhLong, Department]);
        foreach (var (line, name) in portal.Lines.Skip(4).Zip([Department, LangSon, VinhLong]))
        {
            var address = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1];
            var page = await portal.Http.GetPageAsync(address);
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.TextOf(".unit-name").ShouldBe(name);
        }

        (await portal.StopAsync()).ShouldSucceed();
        Directory.GetFileSystemEntries(database.Folder).Select(Path.GetFileName)
            .ShouldBe(TestDatabase.IsPostgreSql ? ["keys", "logs", "media", "search"] : ["keys", "logs", "media", "orchardsite.db", "search"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_link_that_is_printed_signs_the_administrator_in_once_and_is_in_no_log()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var portal = await RunningProgram.StartAsync(new PortalProgram(database));

        using var administrator = portal.Client();
        (await SignInAsync(administrator, portal)).Status.ShouldBe(HttpStatusCode.Redirect);
        (await administrator.GetPageAsync("/account")).TextsOf("dd").ShouldContain("admin");

        using var somebodyElse = portal.Client();
        (await somebodyElse.GetPageAsync(portal.SignInLink!)).Status.ShouldBe(HttpStatusCode.Gone);
        (await somebodyElse.GetPageAsync("/account")).Status.ShouldBe(HttpStatusCode.Redirect);

        (await portal.StopAsync()).ShouldSucceed();
        Log(database).ShouldNotContain(portal.SignInToken);
    }

    [Fact]
    public async Task A_lost_link_is_replaced_at_the_next_start()
    {
        await using var database = await TestDatabase.CreateAsync();
        string lost;
        await using (var first = await RunningProgram.StartAsync(new PortalProgram(database)))
        {
            lost = first.SignInLink.ShouldNotBeNull();
        }

        await using var second = await RunningProgram.StartAsync(new PortalProgram(database));

        second.SignInLink.ShouldNotBe(lost);
        (await second.Http.GetPageAsync(new Uri(lost).PathAndQuery)).Status.ShouldBe(HttpStatusCode.Gone);
        (await SignInAsync(second.Http, second)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Once_the_administrator_has_a_password_a_start_changes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using (var first = await RunningProgram.StartAsync(new PortalProgram(database)))
        {
            await SignInAsync(first.Http, first);
            const string password = "một câu dài dễ nhớ";
            (await first.Http.SubmitAsync(await first.Http.GetPageAsync("/account/password"), "form:has(#password)", ("password", password), ("repeated", password)))
                .Status.ShouldBe(HttpStatusCode.Redirect);
            (await first.StopAsync()).ShouldSucceed();
        }

        var before = await DatabaseContents.ReadAsync(database);
        await using (var second = await RunningProgram.StartAsync(new PortalProgram(database)))
        {
            second.SignInLink.ShouldBeNull();
            second.Lines.ShouldNotContain(line => line.Contains("Setting up", StringComparison.Ordinal));
            (await second.Http.GetPageAsync("/")).Status.ShouldBe(HttpStatusCode.OK);
            (await second.StopAsync()).ShouldSucceed();
        }

        // But for the seals of what was done in the moment before the first one stopped, and for the page that was asked for.
        before.DifferencesTo(await DatabaseContents.ReadAsync(database), "AuditEntries", "AuditHeads", "RequestCounts").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_first_start_that_was_interrupted_goes_on_with_the_sites_that_are_missing()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();
        var program = new PortalProgram(database);
        (await program.RunAsync(
            "tenants", "create", PortalApp.LangSon, "--prefix", PortalApp.LangSon, "--recipe", "partner-unit", "--setup", "--site-name", "Được thiết lập trước"))
            .ShouldSucceed();

        await using var portal = await RunningProgram.StartAsync(program);

        portal.Lines[0].ShouldBe("Setting up 2 sites; this happens once.");
        (await portal.Http.GetPageAsync("/")).TextOf(".unit-name").ShouldBe(Department);
        (await portal.Http.GetPageAsync($"/{PortalApp.VinhLong}/")).TextOf(".unit-name").ShouldBe(VinhLong);
        (await portal.Http.GetPageAsync($"/{PortalApp.LangSon}/")).TextOf(".unit-name").ShouldBe("Được thiết lập trước");
    }

    [Fact]
    public async Task A_removed_site_does_not_come_back_at_the_next_start()
    {
        await using var database = await TestDatabase.CreateAsync();
        var program = new PortalProgram(database);
        (await program.RunAsync("tenants", "disable", PortalApp.VinhLong)).ShouldSucceed();
        (await program.RunAsync("tenants", "remove", PortalApp.VinhLong, "--yes", PortalApp.VinhLong)).ShouldSucceed();

        await using var portal = await RunningProgram.StartAsync(program);

        portal.Lines.ShouldNotContain(line => line.Contains(PortalApp.VinhLong, StringComparison.Ordinal));
        (await portal.Http.GetPageAsync($"/{PortalApp.VinhLong}/")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<Page> SignInAsync(HttpClient client, RunningProgram portal)
    {
        var page = await client.GetPageAsync(portal.SignInLink!);
        page.Status.ShouldBe(HttpStatusCode.OK);
        return await client.SubmitAsync(page, "form:has([name=token])");
    }

    private static string Log(TestDatabase database) =>
        string.Concat(Directory.EnumerateFiles(Path.Combine(database.Folder, "logs")).Select(File.ReadAllText));
}
