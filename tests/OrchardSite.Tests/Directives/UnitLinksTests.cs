using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Directives;

public sealed class UnitLinksTests
{
    [Fact]
    public async Task The_page_of_a_site_leads_to_its_unit_in_the_register()
    {
        await using var portal = await PortalApp.StartAsync();
        using var host = await portal.SignedInAsHostAsync();

        var site = await host.GetPageAsync("/Admin/Tenants/Edit?name=xttm-lang-son");

        var unit = site.Document.QuerySelectorAll("#site-links a").Single(link => link.TextContent == "Đơn vị: Trung tâm Xúc tiến thương mại Lạng Sơn");
        (await host.GetPageAsync(unit.GetAttribute("href")!)).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        (await host.GetPageAsync("/Admin/Tenants/Edit?name=Default")).TextsOf("#site-links a").ShouldNotContain(text => text.StartsWith("Đơn vị", StringComparison.Ordinal));
    }
}
