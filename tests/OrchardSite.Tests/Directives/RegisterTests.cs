using System.Net;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Directives;

public sealed class RegisterTests
{
    [Fact]
    public async Task The_register_proposes_the_next_number_of_each_series_and_names_those_that_are_missing()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        foreach (var (number, symbol) in new[] { ("01", "QĐ-XTTMVL"), ("02", "QĐ-XTTMVL"), ("05a", "QĐ-XTTMVL"), ("09", "XTTMVL-HC") })
        {
            var item = Samples.Directive(number, symbol, symbol.StartsWith('Q') ? "QĐ" : "CV");
            item.Set("Directive", "Issuer", new { Text = "Trung tâm thử nghiệm" });
            await portal.AddAsync(PortalApp.Department, item);
        }

        var page = await sending.Issuer.GetAsync("Admin/Directives/Register?year=2026&issuer=" + Uri.EscapeDataString("Trung tâm thử nghiệm"));
        page.TextsOf(".series summary").ShouldBe([
            "QĐ-XTTMVL · số tiếp theo: 06/QĐ-XTTMVL · 3 văn bản · còn thiếu: 03/QĐ-XTTMVL, 04/QĐ-XTTMVL",
            "XTTMVL-HC · số tiếp theo: 10/XTTMVL-HC · 1 văn bản · còn thiếu: 01/XTTMVL-HC, 02/XTTMVL-HC, 03/XTTMVL-HC, 04/XTTMVL-HC, 05/XTTMVL-HC, 06/XTTMVL-HC, 07/XTTMVL-HC, 08/XTTMVL-HC",
        ]);
        page.TextOf(".series .row-title").ShouldBe("05a/QĐ-XTTMVL");
        // Another year, or an issuer that has issued nothing, leads to one that has.
        (await sending.Issuer.GetAsync("Admin/Directives/Register?year=1999&issuer=khong")).TextOf("#issuer option[selected]").ShouldNotBeNull().ShouldContain("Sở Công Thương");
        (await sending.LangSon.GetAsync("Admin/Directives/Register")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var clerk = await sending.HireAsync(PortalApp.LangSon, "Hoàng Thị Văn Thư", Sending.Clerk);
        (await clerk.GetAsync("Admin/Directives/Register?year=2026")).Body.ShouldNotContain("Trung tâm thử nghiệm");
    }

    [Fact]
    public async Task Of_two_clerks_who_take_the_same_number_at_once_one_is_refused()
    {
        await using var portal = await PortalApp.StartAsync();
        using var sending = await Sending.BeginAsync(portal);
        using var second = await sending.HireAsync(PortalApp.Department, "Vũ Thị Văn Thư", Sending.Clerk);
        var drafts = new[] { await sending.Issuer.WriteAsync(Samples.Directive()), await second.WriteAsync(Samples.Directive()) };
        var actors = new[] { await sending.Issuer.ActorAsync(), await second.ActorAsync() };

        var results = await Task.WhenAll(drafts.Zip(actors, (draft, actor) => portal.PublishAsync(PortalApp.Department, draft, actor)));

        results.Count(result => result.Succeeded).ShouldBe(1);
        var refused = results.Single(result => !result.Succeeded).Refusals.ShouldHaveSingleItem();
        (refused.Kind, refused.Field).ShouldBe((RefusalKind.Conflict, "Directive.Number.Text"));
        // At another site the number is free.
        (await portal.AddAsync(PortalApp.LangSon, Samples.Directive())).ContentItemId.ShouldNotBeNull();
    }
}
