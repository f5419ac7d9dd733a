using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Directives.Delivery;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Media;
using OrchardSite.Tests.Tenants;
using OrchardSite.Tests.Workflows;

namespace OrchardSite.Tests.Directives;

public sealed class DeliveryFileTests
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n% báo cáo đã ký\n%%EOF\n");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_report_has_files_that_the_issuer_opens_byte_for_byte_even_when_the_units_site_is_gone()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        var directive = await sending.SendAsync(Sending.Directive(null, Sending.To("ChuTri", Sending.VinhLongUnit, Sending.LangSonUnit)));
        (await portal.UploadAsync("bao-cao.pdf", Pdf, PortalApp.VinhLong)).Succeeded.ShouldBeTrue();
        (await sending.MoveAsync(sending.VinhLong, directive, Sending.VinhLongUnit, "Acknowledge")).Status.ShouldBe(HttpStatusCode.Found);

        (await ReportAsync(sending.VinhLong, await sending.DeliveryAsync(directive, Sending.VinhLongUnit), "Đã hoàn thành.", [], ("Báo cáo tháng 11.pdf", Pdf), ("Số liệu.txt", "Doanh số: 12 tỷ"u8.ToArray()))).Status.ShouldBe(HttpStatusCode.Found);

        var page = await sending.OpenAsync(sending.Issuer, directive, Sending.VinhLongUnit);
        page.TextsOf(".entries .files a").ShouldBe(["Báo cáo tháng 11.pdf", "Số liệu.txt"]);
        var file = page.Document.QuerySelector(".entries .files a")!.GetAttribute("href")!;
        // The address is the delivery's, which another unit has nothing to do with.
        (await sending.LangSon.Browser.GetPageAsync("/xttm-lang-son" + file)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.Http.GetPageAsync(file)).Status.ShouldBe(HttpStatusCode.Found);

        await portal.DisableSiteAsync(PortalApp.VinhLong);
        (await portal.RemoveSiteAsync(PortalApp.VinhLong)).Succeeded.ShouldBeTrue();

        var answer = await sending.Issuer.Browser.GetAsync(file, Token);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        (await answer.Content.ReadAsByteArrayAsync(Token)).ShouldBe(Pdf);
    }

    [Fact]
    public async Task What_is_refused_keeps_the_files_that_were_good_so_that_nobody_sends_them_twice()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        var directive = await sending.SendAsync(Sending.Directive(null, Sending.To("ChuTri", Sending.LangSonUnit), Sending.To("ChuTri", Sending.VinhLongUnit)));
        (await sending.MoveAsync(sending.LangSon, directive, Sending.LangSonUnit, "Acknowledge")).Status.ShouldBe(HttpStatusCode.Found);
        var delivery = await sending.DeliveryAsync(directive, Sending.LangSonUnit);

        var wrong = await ReportAsync(sending.LangSon, delivery, "Đã làm xong.", [], ("Báo cáo.pdf", Pdf), ("Phụ lục.pdf", "MZ chương trình"u8.ToArray()), ("cai-dat.exe", Pdf));
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.TextOf("#refusals").ShouldNotBeNull().ShouldContain("Phụ lục.pdf: Nội dung của Phụ lục.pdf không đúng với loại tệp theo tên gọi, hoặc tệp đã bị hỏng.");
        wrong.TextOf("#refusals").ShouldNotBeNull().ShouldContain("cai-dat.exe: ");
        wrong.TextOf("#text-Report").ShouldBe("Đã làm xong.");
        wrong.TextsOf(".kept").ShouldBe(["Báo cáo.pdf"]);
        var ticket = wrong.Document.QuerySelector("input[name=kept]")!.GetAttribute("value")!;

        var empty = await ReportAsync(sending.LangSon, delivery, "", [ticket]);
        empty.TextOf("#refusals").ShouldBe("Hãy nêu việc đã làm; nơi gửi đọc được.");
        empty.TextsOf(".kept").ShouldBe(["Báo cáo.pdf"]);
        var many = await ReportAsync(sending.LangSon, delivery, "Đã làm xong.", [.. Enumerable.Repeat(ticket, 11)]);
        many.TextOf("#refusals").ShouldBe("Tối đa 10 tệp và chỉ gửi kèm báo cáo hoặc lý do.");
        (await sending.LangSon.PostAsync($"Admin/Directives/Deliveries/{delivery.Id}?handler=Move", ("revision", $"{delivery.Revision}"), ("move", "Start"), ("kept", ticket))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        // A ticket that is none of ours names no file.
        (await ReportAsync(sending.LangSon, delivery, "Đã làm xong.", [ticket, ticket[..^4] + "AAAA"])).Status.ShouldBe(HttpStatusCode.Found);
        (await sending.OpenAsync(sending.Issuer, directive, Sending.LangSonUnit)).TextsOf(".entries .files a").ShouldBe(["Báo cáo.pdf"]);
        (await portal.ReadAsync(PortalApp.Department, db => db.Set<DeliveryFile>().CountAsync())).ShouldBe(1);
    }

    private static async Task<Page> ReportAsync(Colleague person, DirectiveDelivery delivery, string text, string[] tickets, params (string Name, byte[] Content)[] files)
    {
        var body = new MultipartFormDataContent();
        (string, string)[] fields = [("revision", $"{delivery.Revision}"), ("move", "Report"), ("text", text), .. tickets.Select(ticket => ("kept", ticket))];
        foreach (var (name, value) in fields)
        {
            body.Add(new StringContent(value), name);
        }

        foreach (var (name, content) in files)
        {
            body.Add(new ByteArrayContent(content), "files", name);
        }

        return await person.PostAsync($"Admin/Directives/Deliveries/{delivery.Id}?handler=Move", body);
    }
}
