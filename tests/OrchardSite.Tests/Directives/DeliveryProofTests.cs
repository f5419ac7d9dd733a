using System.Net;
using System.Security.Cryptography;
using System.Text;
using OrchardSite.Tests.Audit;
using OrchardSite.Tests.Hosting;
using OrchardSite.Text;

namespace OrchardSite.Tests.Directives;

public sealed class DeliveryProofTests
{
    [Fact]
    public async Task The_receipts_of_a_directive_are_taken_away_from_the_chains_of_both_sides_as_evidence()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        var directive = await sending.SendAsync(Sending.Directive("2026-12-01", Sending.To("ChuTri", Sending.LangSonUnit, Sending.VinhLongUnit)));
        (await sending.MoveAsync(sending.LangSon, directive, Sending.LangSonUnit, "Acknowledge")).Status.ShouldBe(HttpStatusCode.Found);
        (await sending.MoveAsync(sending.LangSon, directive, Sending.LangSonUnit, "Report", ("text", "Đã kiện toàn."))).Status.ShouldBe(HttpStatusCode.Found);
        foreach (var site in new[] { PortalApp.Department, PortalApp.LangSon, PortalApp.VinhLong })
        {
            await portal.SealAsync(site);
        }

        var cases = await sending.Boss.GetAsync($"Admin/Directives/Cases?item={directive.ContentItemId}");
        var link = cases.Document.QuerySelectorAll("a").Single(element => element.TextContent == "Chứng cứ (CSV)").GetAttribute("href")!;
        var proof = await sending.Boss.GetAsync(link.TrimStart('/'));

        proof.Response.Content.Headers.ContentDisposition!.FileName.ShouldBe("chung-cu-301-qd-sct.csv");
        var lines = CsvReader.Read(new StringReader(proof.Body)).Skip(1).ToArray();
        lines.ShouldAllBe(line => line[6] == directive.ContentItemId && line[11].Length == 64);
        lines.Where(line => line[0] == PortalApp.LangSon).Select(line => line[5]).ShouldBe(["MoveDelivery.Report", "MoveDelivery.Acknowledge"], ignoreOrder: true);
        lines.ShouldNotContain(line => line[0] == PortalApp.VinhLong);
        lines.Where(line => line[0] == PortalApp.Department).Select(line => line[5]).ShouldContain("DeliverDirective.Send");
        var said = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("Đã kiện toàn.")));
        lines.Single(line => line[5] == "MoveDelivery.Report")[8].ShouldBe($"301/QĐ-SCT; Trung tâm Xúc tiến thương mại Lạng Sơn; Đã nhận → Đã báo cáo; SHA-256 {said}");

        var file = Path.Combine(portal.DataFolder, "chung-cu.csv");
        await File.WriteAllTextAsync(file, proof.Body, TestContext.Current.CancellationToken);
        (await new PortalProgram(portal.DataFolder, portal.DatabaseSettings).RunAsync("audit", "verify", "--proof", file)).ShouldSucceed()
            .Lines[^1].ShouldBe($"All {lines.Length} lines of the file are in the chain, unchanged.");
    }

    [Fact]
    public async Task Only_who_follows_the_issuers_directives_takes_their_evidence_away()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        var directive = await sending.SendAsync(Sending.Directive("2026-12-01", Sending.To("ChuTri", Sending.LangSonUnit)));
        using var leader = await sending.HireAsync(PortalApp.LangSon, "Bế Thị Lãnh Đạo", Sending.Leader);
        var address = $"Admin/Directives/Cases?handler=Proof&item={directive.ContentItemId}";

        (await sending.LangSon.GetAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await leader.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await sending.Boss.GetAsync("Admin/Directives/Cases?handler=Proof")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
