using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Audit;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;
using OrchardSite.Tests.Workflows;

namespace OrchardSite.Tests.Commands;

public sealed class AuditVerbTests
{
    [Fact]
    public async Task The_logs_of_all_sites_are_proven_or_the_first_break_is_named()
    {
        await using var portal = await PortalApp.StartAsync();
        var program = new PortalProgram(portal.DataFolder, portal.DatabaseSettings);
        var (langSon, vinhLong) = (await portal.VerifyAsync(PortalApp.LangSon), await portal.VerifyAsync(PortalApp.VinhLong));

        var whole = (await program.RunAsync("audit", "verify")).ShouldSucceed();
        whole.Lines.Count.ShouldBe(3);
        whole.Lines.ShouldContain($"xttm-lang-son: {langSon.Count:N0} entries, whole, 0 not sealed yet, end of the chain {langSon.Head}");
        (await program.RunAsync("audit", "verify", "--tenant", PortalApp.VinhLong, "--language", "vi")).ShouldSucceed().Lines
            .ShouldBe([$"xttm-vinh-long: {vinhLong.Count} mục, nguyên vẹn, 0 mục chưa niêm phong, cuối chuỗi {vinhLong.Head}"]);
        (await program.RunAsync("audit", "verify", "--tenant", "khac")).ShouldBeRefused("There is no site with the name khac.");

        await portal.TamperAsync(PortalApp.LangSon, $"""UPDATE "AuditEntries" SET "Actor" = 'khác' WHERE "TenantId" = {portal.Site(PortalApp.LangSon)!.Id} AND "Number" = 2""");
        var broken = await program.RunAsync("audit", "verify");
        broken.ExitCode.ShouldBe(1);
        broken.Complaints.ShouldHaveSingleItem().ShouldMatch("^xttm-lang-son: entry no. 2 \\([0-9a-z]{26}\\) was changed, or put in the place of another.$");
        broken.Lines.Count.ShouldBe(2);
        (await program.RunAsync("audit", "verify", "--tenant", PortalApp.LangSon, "--language", "vi")).Complaints.ShouldHaveSingleItem().ShouldContain("mục số 2 (");
    }

    [Fact]
    public async Task Who_has_kept_the_end_of_the_chain_can_tell_that_it_was_cut_off_with_all_traces()
    {
        await using var portal = await PortalApp.StartAsync();
        var program = new PortalProgram(portal.DataFolder, portal.DatabaseSettings);
        var id = portal.Site(PortalApp.LangSon)!.Id;
        var (earlier, number) = ("", 0L);
        var verdict = await portal.VerifyAsync(PortalApp.LangSon, entry => (earlier, number) = (number == 2 ? earlier : entry.Hash!, Math.Min(2, number + 1)));
        (await program.RunAsync("audit", "verify", "--head", verdict.Head)).ShouldSucceed().Lines[^1].ShouldBe($"The hash {verdict.Head} is in the chain: nothing before it was changed.");

        await portal.TamperAsync(
            PortalApp.LangSon,
            $"""DELETE FROM "AuditEntries" WHERE "TenantId" = {id} AND "Number" > 2""",
            $"""UPDATE "AuditHeads" SET "Number" = 2, "Hash" = {earlier} WHERE "TenantId" = {id}""");

        (await program.RunAsync("audit", "verify", "--tenant", PortalApp.LangSon)).ShouldSucceed();
        var cut = await program.RunAsync("audit", "verify", "--tenant", PortalApp.LangSon, "--head", verdict.Head);
        cut.ExitCode.ShouldBe(1);
        cut.Complaints.ShouldBe([$"The hash {verdict.Head} is in no chain: what came before it was changed, or it is from elsewhere."]);
    }

    [Fact]
    public async Task Lines_that_were_taken_away_are_proven_one_by_one()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.HireAsync(PortalApp.LangSon, "Đỗ Văn Trị", Editors.Administrator);
        await portal.LogAsync(PortalApp.LangSon, 3, detail: "-có dấu \"nháy\",\ndòng hai");
        await portal.SealAsync(PortalApp.LangSon);
        var program = new PortalProgram(portal.DataFolder, portal.DatabaseSettings);
        var file = Path.Combine(portal.DataFolder, "chung-cu.csv");
        var body = (await admin.GetAsync("Admin/Audit?handler=Csv&operation=SaveSiteDocument&words=hai")).Body;

        await File.WriteAllTextAsync(file, body, TestContext.Current.CancellationToken);
        (await program.RunAsync("audit", "verify", "--proof", file)).ShouldSucceed().Lines[^1].ShouldBe("All 3 lines of the file are in the chain, unchanged.");

        await File.WriteAllTextAsync(file, body.Replace("dòng hai 2", "dòng ba 2", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var forged = await program.RunAsync("audit", "verify", "--proof", file);
        forged.ExitCode.ShouldBe(1);
        forged.Complaints.ShouldHaveSingleItem().ShouldMatch("^Line [234] of the file is not in the chain as it stands there.$");

        await File.WriteAllTextAsync(file, "khác", TestContext.Current.CancellationToken);
        (await program.RunAsync("audit", "verify", "--proof", file)).Complaints.ShouldBe(["There is no line of an audit log in the file."]);
        (await program.RunAsync("audit", "verify", "--proof", file + "x")).ShouldBeRefused($"There is no file {file}x.");
    }
}
