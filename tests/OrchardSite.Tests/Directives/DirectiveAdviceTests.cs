using System.Net;
using System.Text.Json.Nodes;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Workflows;

namespace OrchardSite.Tests.Directives;

public sealed class DirectiveAdviceTests
{
    private const string Issuer = "Sở Công Thương thử nghiệm";

    [Fact]
    public async Task The_form_proposes_the_next_number_and_says_at_once_what_is_wrong_or_taken()
    {
        await using var portal = await PortalApp.StartAsync();
        using var clerk = await portal.HireAsync(PortalApp.Department, "Phạm Thị Văn Thư", Sending.Clerk);
        using var other = await portal.HireAsync(PortalApp.LangSon, "Hoàng Thị Văn Thư", Sending.Clerk);
        foreach (var number in new[] { "01", "04" })
        {
            await portal.AddAsync(PortalApp.Department, Samples.Directive(number).Set("Directive", "Issuer", new { Text = Issuer }));
        }

        (await AdviceAsync(clerk)).ShouldBe(("Số tiếp theo còn trống: 05/QĐ-SCT.", false, "05", null));
        (await AdviceAsync(clerk, number: "02")).ShouldBe(("02/QĐ-SCT còn trống.", false, null, null));
        (await AdviceAsync(clerk, number: "04")).ShouldBe(($"Văn bản số 04/QĐ-SCT của {Issuer} năm 2026 đã có trong hệ thống. Số tiếp theo còn trống: 05/QĐ-SCT.", true, "05", null));
        (await AdviceAsync(clerk, number: "5", symbol: "qđ/sct")).ShouldBe(("“5/qđ/sct” không đúng thể thức số và ký hiệu của loại văn bản này. Thể thức đúng là 05/QĐ-SCT.", true, "05", "QĐ-SCT"));
        (await AdviceAsync(clerk, day: "2027-01-04")).Number.ShouldBe("01");
        (await AdviceAsync(clerk, symbol: "")).Message.ShouldBe("");
        (await AdviceAsync(clerk, number: "07", day: "")).Message.ShouldBe("");
        // Another site has a register of its own.
        (await AdviceAsync(other)).Number.ShouldBe("01");
    }

    [Fact]
    public async Task Nobody_is_advised_who_may_not_write_directives_and_other_forms_ask_for_nothing()
    {
        await using var portal = await PortalApp.StartAsync();
        using var clerk = await portal.HireAsync(PortalApp.Department, "Phạm Thị Văn Thư", Sending.Clerk);
        using var contact = await portal.HireAsync(PortalApp.LangSon, "Nông Thị Tiếp Nhận", Sending.Contact);
        using var writer = await portal.HireAsync(PortalApp.LangSon, "Ma Văn Cộng Tác", "Cộng tác viên");
        var id = UniqueId.New();

        (await contact.PostAsync($"Admin/Contents/ContentItems/{id}/Edit?handler=Advice", ("Type", "Directive"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await contact.PostAsync($"Admin/Contents/ContentItems/{id}/Edit?handler=Advice", ("Type", "Nothing"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await writer.GetAsync("Admin/Contents/ContentTypes/Article/Create")).Document.QuerySelector("[data-item-form]")!.GetAttribute("data-advice").ShouldBe("");
        (await clerk.GetAsync("Admin/Contents/ContentTypes/Directive/Create")).Document.QuerySelector("[data-item-form]")!.GetAttribute("data-advice").ShouldBe("Dùng giá trị này");
    }

    private static async Task<(string Message, bool IsFault, string? Number, string? Symbol)> AdviceAsync(Colleague clerk, string number = "", string symbol = "QĐ-SCT", string day = "2026-11-20")
    {
        var form = await clerk.GetAsync("Admin/Contents/ContentTypes/Directive/Create");
        (string, string)[] typed =
        [
            ("Directive.System.Text", "NhaNuoc"), ("Directive.DocumentType.Text", "QĐ"), ("Directive.Number.Text", number), ("Directive.Symbol.Text", symbol),
            ("Directive.Issuer.Text", Issuer), ("Directive.IssuedOn.Value", day),
        ];
        var answer = await clerk.Browser.PressAsync(form, ".item-buttons button[value=Save]", "Advice", typed);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        return JsonNode.Parse(answer.Body)!.AsArray() switch
        {
            [{ } advice] => (advice["message"]!.GetValue<string>(), advice["isFault"]!.GetValue<bool>(), advice["proposed"]!["Directive.Number.Text"]?.GetValue<string>(), advice["proposed"]!["Directive.Symbol.Text"]?.GetValue<string>()),
            _ => ("", false, null, null),
        };
    }
}
