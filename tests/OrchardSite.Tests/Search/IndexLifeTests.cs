using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OrchardSite.Search.Indexing;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;

namespace OrchardSite.Tests.Search;

public sealed class IndexLifeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_index_made_anew_by_the_verb_answers_without_a_restart_and_the_old_one_is_removed()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAsync(PortalApp.LangSon, Samples.Article("Bánh áp chao Lạng Sơn"));
        await portal.FindAsync("bánh áp chao", titles => titles.Count == 1);
        var former = Folders(portal).Single();
        var program = new PortalProgram(portal.DataFolder, portal.DatabaseSettings);

        var rebuilt = await program.RunAsync("search", "rebuild");

        rebuilt.ShouldSucceed();
        await UntilAsync(() => !Directory.Exists(former));
        Folders(portal).Length.ShouldBe(1);
        await portal.AddAsync(PortalApp.VinhLong, Samples.Article("Bánh áp chao Vĩnh Long"));
        await portal.FindAsync("bánh áp chao", titles => titles.Count == 1, "/xttm-vinh-long");
        (await portal.SearchAsync("bánh áp chao")).Found().ShouldBe(["Bánh áp chao Lạng Sơn"]);
        var verified = await program.RunAsync("search", "verify", "--language", "vi");
        verified.ShouldSucceed();
        verified.Output.ShouldContain("có đúng và đủ nội dung");
    }

    [Fact]
    public async Task A_server_that_is_killed_at_any_moment_goes_on_with_all_of_its_index()
    {
        await using var database = await TestDatabase.CreateAsync();
        var program = new PortalProgram(database);
        foreach (var moment in new[] { 0, 50, 300, 1500 })
        {
            // While it makes the index or keeps it: leaving the server without a word is what its disposal does.
            await using var killed = await RunningProgram.StartAsync(program);
            (await program.RunAsync("tenants", "create", $"don-vi-{moment}", "--prefix", $"don-vi-{moment}", "--recipe", "partner-unit", "--setup", "--site-name", $"Đơn vị {moment}")).ShouldSucceed();
            await Task.Delay(moment, Token);
        }

        await using var server = await RunningProgram.StartAsync(program);
        await server.Http.GetUntilAsync("/xttm-lang-son/tim-kiem?q=hoi+cho", page => page.Found().Count > 0);

        (await program.RunAsync("search", "verify")).ShouldSucceed();
    }

    [Fact]
    public async Task The_verbs_say_what_the_index_has_and_what_is_wrong_with_it()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAsync(PortalApp.LangSon, Samples.Article("Bánh áp chao Lạng Sơn"));
        await portal.FindAsync("bánh áp chao", titles => titles.Count == 1);
        await UpkeepOf(portal).StopAsync(Token);
        var program = new PortalProgram(portal.DataFolder, portal.DatabaseSettings);
        (await program.RunAsync("search", "rebuild")).ShouldSucceed();

        var status = await program.RunAsync("search", "status", "--language", "en");
        status.ShouldSucceed();
        status.Output.ShouldContain("Items that editors find");
        (await program.RunAsync("search", "verify")).ShouldSucceed();

        // Written while no server keeps the index.
        var saved = await portal.AddAsync(PortalApp.VinhLong, Samples.Article("Chưa ai lập chỉ mục"));
        var verified = await program.RunAsync("search", "verify", "--language", "en");
        verified.ExitCode.ShouldBe(1);
        verified.Output.ShouldContain(saved.ContentItemId);
        verified.Output.ShouldContain("xttm-vinh-long");
        verified.Error.ShouldContain("things differ");
    }

    [Fact]
    public async Task Verbs_without_an_index_or_with_a_damaged_one_say_so()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.FindAsync("hội chợ", titles => titles.Count > 0);
        await UpkeepOf(portal).StopAsync(Token);
        var program = new PortalProgram(portal.DataFolder, portal.DatabaseSettings);
        foreach (var file in Directory.GetFiles(Folders(portal).Single(), "segments*"))
        {
            await File.WriteAllBytesAsync(file, [1, 2, 3], Token);
        }

        var damaged = await program.RunAsync("search", "verify", "--language", "vi");
        (damaged.ExitCode, damaged.Error.Contains("Chỉ mục tìm kiếm bị hỏng", StringComparison.Ordinal)).ShouldBe((1, true), damaged.Error);

        Directory.Delete(Path.Combine(portal.DataFolder, "search"), recursive: true);
        foreach (var verb in new[] { "status", "verify" })
        {
            var missing = await program.RunAsync("search", verb, "--language", "vi");
            (missing.ExitCode, missing.Error.Contains("Chưa có chỉ mục tìm kiếm", StringComparison.Ordinal)).ShouldBe((1, true), missing.Error);
        }
    }

    [Fact]
    public async Task An_index_of_an_older_analysis_answers_until_the_new_one_is_whole()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAsync(PortalApp.LangSon, Samples.Article("Bánh áp chao Lạng Sơn"));
        await portal.FindAsync("bánh áp chao", titles => titles.Count == 1);
        await UpkeepOf(portal).StopAsync(Token);
        var former = Folders(portal).Single();
        var outdated = Path.Combine(Path.GetDirectoryName(former)!, "v99-" + Path.GetFileName(former).Split('-')[1]);
        Directory.Move(former, outdated);
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(former)!, "current"), Path.GetFileName(outdated), Token);
        await portal.AddAsync(PortalApp.LangSon, Samples.Article("Bánh áp chao lần hai"));

        await UpkeepOf(portal).StartAsync(Token);

        await portal.FindAsync("bánh áp chao", titles => titles.Count == 2);
        await UntilAsync(() => !Directory.Exists(outdated));
        (await portal.SearchAsync("bánh áp chao")).Found().Count.ShouldBe(2);
        Folders(portal).Single().ShouldNotBe(outdated);
    }

    [Fact]
    public async Task A_segment_that_is_damaged_while_it_answers_leaves_the_sites_and_is_made_anew()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.FindAsync("hội chợ", titles => titles.Count > 0);
        var former = Folders(portal).Single();
        foreach (var file in Directory.GetFiles(former).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            // In place, as a failing disk does it: what is mapped into memory keeps its length.
            await using var bytes = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            await bytes.WriteAsync(Enumerable.Repeat((byte)0xA5, (int)bytes.Length).ToArray(), Token);
        }

        for (var attempt = 0; Directory.Exists(former); attempt++)
        {
            attempt.ShouldBeLessThan(400);
            (await portal.SearchAsync("hội chợ")).Status.ShouldBe(HttpStatusCode.OK);
            (await portal.Http.GetPageAsync("/xttm-lang-son/")).Status.ShouldBe(HttpStatusCode.OK);
            await Task.Delay(50, Token);
        }

        await portal.FindAsync("hội chợ", titles => titles.Count > 0);
        (await portal.Services.GetRequiredService<InspectIndex>().VerifyAsync(Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_disk_that_takes_nothing_leaves_the_sites_with_a_notice_in_the_place_of_results()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.FindAsync("hội chợ", titles => titles.Count > 0);
        await UpkeepOf(portal).StopAsync(Token);
        var root = Path.Combine(portal.DataFolder, "search");
        Directory.Delete(root, recursive: true);
        // A file where the folder should be: nothing can be written there.
        await File.WriteAllTextAsync(root, "", Token);

        await UpkeepOf(portal).StartAsync(Token);
        await portal.AddAsync(PortalApp.LangSon, Samples.Article("Bánh áp chao Lạng Sơn"));

        var page = await portal.SearchAsync("bánh áp chao");
        page.TextOf(".nothing").ShouldBe("Hiện chưa tìm kiếm được. Mời bạn xem theo chuyên mục và sơ đồ trang.");
        (await portal.Http.GetPageAsync("/xttm-lang-son/banh-ap-chao-lang-son")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_removed_site_leaves_nothing_in_the_index()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAsync(PortalApp.VinhLong, Samples.Article("Bánh áp chao Vĩnh Long"));
        await portal.FindAsync("bánh áp chao", titles => titles.Count == 1, "");
        (await portal.DisableSiteAsync(PortalApp.VinhLong)).Succeeded.ShouldBeTrue();
        (await portal.RemoveSiteAsync(PortalApp.VinhLong)).Succeeded.ShouldBeTrue();

        await portal.FindAsync("bánh áp chao", titles => titles.Count == 0, "");
        (await portal.Services.GetRequiredService<InspectIndex>().VerifyAsync(Token)).ShouldBeEmpty();
    }

    private static string[] Folders(PortalApp portal) => Directory.GetDirectories(Path.Combine(portal.DataFolder, "search"), "v*");

    private static IHostedService UpkeepOf(PortalApp portal) => portal.Services.GetServices<IHostedService>().Single(service => service.GetType().Name == "IndexUpkeep");

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var attempt = 0; !isSo(); attempt++)
        {
            attempt.ShouldBeLessThan(400);
            await Task.Delay(50, Token);
        }
    }
}
