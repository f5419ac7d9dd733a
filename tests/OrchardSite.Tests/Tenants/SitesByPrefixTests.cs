using System.Net;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Tenants;

public sealed class SitesByPrefixTests
{
    [Theory]
    [InlineData("/", "Sở Công Thương")]
    [InlineData("/xttm-lang-son", "Lạng Sơn")]
    [InlineData("/xttm-lang-son/", "Lạng Sơn")]
    [InlineData("/xttm-vinh-long/", "Vĩnh Long")]
    public async Task Each_site_answers_at_its_prefix_with_its_own_name(string path, string name)
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.GetPageAsync(path);

        page.Status.ShouldBe(HttpStatusCode.OK);
        page.TextOf("title").ShouldNotBeNull().ShouldContain(name);
    }
}
