using System.Xml.Linq;
using OrchardSite.Browser.Tests.Browsing;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Browser.Tests.Pages;

public sealed class EveryAddressTests(ReadersPortal portal)
{
    /// <summary>A page at four times its size on a desktop: WCAG's measure of reflow.</summary>
    private static readonly Screen Narrow = new(320, 640, IsPhone: true);

    [Theory]
    [InlineData("")]
    [InlineData("/" + PortalApp.LangSon)]
    [InlineData("/" + PortalApp.VinhLong)]
    public async Task All_pages_of_the_site_map_fit_a_narrow_screen(string site)
    {
        var map = XDocument.Parse((await portal.Http.GetPageAsync($"{site}/sitemap.xml")).Body);
        var addresses = map.Descendants().Where(element => element.Name.LocalName == "loc").Select(element => new Uri(element.Value).PathAndQuery).ToList();
        addresses.Count.ShouldBeGreaterThan(20);
        await portal.VisitAsync($"{site}/", Narrow, async visit =>
        {
            foreach (var address in addresses)
            {
                await visit.OpenAsync(address);
                (await visit.OverflowAsync()).ShouldBe(0, address);
            }
        });
    }
}
