using System.Net;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Commands;

public sealed class TenantVerbTests
{
    private const string Unit = "khuyen-cong";
    private const string UnitName = "Trung tâm Khuyến công";

    [Fact]
    public async Task The_list_shows_each_site_with_its_state_and_place()
    {
        await using var database = await TestDatabase.CreateAsync();

        var listed = (await new PortalProgram(database).RunAsync("tenants", "list")).ShouldSucceed();

        Row(listed, PortalApp.Department).ShouldBe(["Default", "Running", "/", "department"]);
        Row(listed, PortalApp.LangSon).ShouldBe(["xttm-lang-son", "Running", "/xttm-lang-son/", "partner-unit"]);
        Row(listed, PortalApp.VinhLong).ShouldBe(["xttm-vinh-long", "Running", "/xttm-vinh-long/", "partner-unit"]);
    }

    [Fact]
    public async Task A_site_is_added_set_up_closed_and_removed_without_a_trace_in_the_others()
    {
        await using var database = await TestDatabase.CreateAsync();
        var program = new PortalProgram(database);
        var before = await DatabaseContents.ReadAsync(database);

        (await program.RunAsync("tenants", "create", Unit, "--prefix", Unit, "--recipe", "partner-unit")).ShouldSucceed().Lines.ShouldBe(["The site khuyen-cong has been added."]);
        Row(await program.RunAsync("tenants", "list"), Unit).ShouldBe([Unit, "Uninitialized", "/khuyen-cong/", "partner-unit"]);
        (await program.RunAsync("tenants", "enable", Unit)).ShouldBeRefused("The site khuyen-cong has not been set up yet.");

        (await program.RunAsync("tenants", "setup", Unit, "--site-name", UnitName)).ShouldSucceed().Lines.ShouldHaveSingleItem().ShouldStartWith("The site khuyen-cong is set up: ");
        await using (var portal = await RunningProgram.StartAsync(program))
        {
            (await portal.Http.GetPageAsync($"/{Unit}/")).TextOf(".unit-name").ShouldBe(UnitName);
        }

        (await program.RunAsync("tenants", "remove", Unit, "--yes", Unit)).ShouldBeRefused("The site khuyen-cong is running; disable it before you remove it.");
        (await program.RunAsync("tenants", "disable", Unit)).ShouldSucceed().Lines.ShouldBe(["The site khuyen-cong is closed."]);
        (await program.RunAsync("tenants", "disable", Unit)).ShouldSucceed().Lines.ShouldBe(["The site khuyen-cong was closed already."]);
        (await program.RunAsync("tenants", "remove", Unit, "--yes", Unit)).ShouldSucceed().Lines.ShouldBe(["The site khuyen-cong has been removed."]);

        // The server that was started above made a sign-in link, and reminded of what is due by the real calendar; what has happened
        // stays in the feed and in the first site's log.
        before.DifferencesTo(await DatabaseContents.ReadAsync(database), "Changes", "AuditEntries", "AuditHeads", "Accounts", "SignInLinks", "FeedPositions", "CheckedDefinitions", "DirectiveDeliveries", "DirectiveDeliveryEntries").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_site_is_set_up_at_once_where_that_is_asked_for()
    {
        await using var database = await TestDatabase.CreateAsync();
        var program = new PortalProgram(database);

        (await program.RunAsync("tenants", "create", Unit, "--host", "khuyencong.example.vn", "--recipe", "partner-unit", "--setup", "--parameter", $"SiteName={UnitName}"))
            .ShouldSucceed().Lines.Count.ShouldBe(2);

        (await program.RunAsync("tenants", "create", "khac", "--host", "KhuyenCong.example.vn", "--recipe", "partner-unit"))
            .ShouldBeRefused("The site khuyen-cong is already at the root of that host.");
        await using var portal = await RunningProgram.StartAsync(program);
        (await portal.Http.GetPageAsync("/", ("Host", "khuyencong.example.vn"))).TextOf(".unit-name").ShouldBe(UnitName);
        (await portal.Http.GetPageAsync("/")).TextOf(".unit-name").ShouldBe("Sở Công Thương tỉnh Hải Dương");
    }

    [Fact]
    public async Task Features_are_listed_and_switched_on_and_off()
    {
        await using var database = await TestDatabase.CreateAsync();
        var program = new PortalProgram(database);

        (await program.RunAsync("tenants", "features", PortalApp.LangSon, "--disable", "OrchardSite.Banners")).ShouldSucceed().Lines.ShouldBe(["-OrchardSite.Banners"]);
        (await program.RunAsync("tenants", "features", PortalApp.LangSon, "--disable", "OrchardSite.Banners")).ShouldSucceed().Lines.ShouldBe(["All is so already."]);
        Row(await program.RunAsync("tenants", "features", PortalApp.LangSon), "OrchardSite.Banners")[^1].ShouldBe("off");
        Row(await program.RunAsync("tenants", "features", PortalApp.LangSon), "OrchardSite.Content")[^1].ShouldBe("always on");
        Row(await program.RunAsync("tenants", "features", PortalApp.VinhLong), "OrchardSite.Banners")[^1].ShouldBe("on");
        (await program.RunAsync("tenants", "features", PortalApp.LangSon, "--enable", "OrchardSite.Banners")).ShouldSucceed().Lines.ShouldBe(["+OrchardSite.Banners"]);
    }

    [Fact]
    public async Task A_refusal_is_a_sentence_and_changes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        var program = new PortalProgram(database);
        var before = await DatabaseContents.ReadAsync(database);

        foreach (var (verb, sentence) in Refusals)
        {
            (await program.RunAsync(["tenants", .. verb.Split(' ')])).ShouldBeRefused(sentence);
        }

        before.DifferencesTo(await DatabaseContents.ReadAsync(database)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("remove xttm-lang-son")]
    [InlineData("remove xttm-lang-son --yes xttm-vinh-long")]
    [InlineData("remove xttm-lang-son --yes XTTM-LANG-SON")]
    public async Task A_site_is_only_removed_where_its_name_is_said_twice(string verb)
    {
        await using var database = await TestDatabase.CreateAsync();
        var program = new PortalProgram(database);
        (await program.RunAsync("tenants", "disable", PortalApp.LangSon)).ShouldSucceed();

        (await program.RunAsync(["tenants", .. verb.Split(' ')]))
            .ShouldBeRefused("Everything of the site xttm-lang-son would be deleted for good: confirm it with --yes xttm-lang-son.");

        (await program.RunAsync("tenants", "enable", PortalApp.LangSon)).ShouldSucceed();
    }

    [Theory]
    [InlineData("create x --recipe partner-unit --setup", "Setting up needs --site-name.")]
    [InlineData("create x", "Option '--recipe' is required.")]
    [InlineData("create --recipe partner-unit", "Required argument 'NAME' missing for command: 'create'.")]
    [InlineData("setup x --parameter SiteName", "SiteName is no parameter; write it like name=value.")]
    [InlineData("close x", "Required command was not provided.", "Unrecognized command or argument 'close'.", "Unrecognized command or argument 'x'.")]
    public async Task A_command_line_that_says_too_little_or_too_much_is_refused_before_anything_is_opened(string verb, params string[] sentences)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"orchardsite-test-{Guid.NewGuid():N}");

        (await new PortalProgram(folder, new Dictionary<string, string?>()).RunAsync(["tenants", .. verb.Split(' ')]))
            .ShouldBeRefused([.. sentences, "--help shows what can be asked."]);

        Directory.Exists(folder).ShouldBeFalse();
    }

    private static (string Verb, string Sentence)[] Refusals { get; } =
    [
        ("create Default --prefix x --recipe partner-unit", "There is already a site with the name Default."),
        ("create x --prefix xttm-lang-son --recipe partner-unit", "The prefix xttm-lang-son is already in use by the site xttm-lang-son."),
        ("create x --prefix sign-in --recipe partner-unit", "The prefix sign-in is reserved: every site has its own pages there."),
        ("create x --prefix Xuc_tien --recipe partner-unit", "The prefix Xuc_tien may have lower-case letters without accents, digits and single hyphens only, at most 50."),
        ("create x --recipe partner-unit", "The site Default is already at the root of that host."),
        ("create x --prefix x --recipe khac", "There is no set-up recipe khac; there are: department, partner-unit."),
        ("setup Default --site-name x", "Default: The site Default has been set up already."),
        ("setup khac --site-name x", "khac: There is no site with the name khac."),
        ("enable khac", "There is no site with the name khac."),
        ("disable khac", "There is no site with the name khac."),
        ("remove khac --yes khac", "There is no site with the name khac."),
        ("remove xttm-lang-son --yes xttm-lang-son", "The site xttm-lang-son is running; disable it before you remove it."),
        ("features khac", "There is no site with the name khac."),
        ("features Default --enable Khac", "There is no feature Khac."),
        ("features Default --disable OrchardSite.Content", "The feature Content cannot be disabled: no site works without it."),
    ];

    private static string[] Row(ProgramOutcome listed, string first) =>
        listed.Lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(cells => cells[0] == first).ShouldHaveSingleItem() switch
        {
            // The last column may be of two words.
            [.., "always", "on"] cells => [.. cells[..^2], "always on"],
            var cells => cells,
        };
}
