using System.Net;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Web;

public sealed class ReadingMethodsTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/xttm-lang-son/van-ban")]
    public async Task HEAD_answers_like_GET_without_the_body(string path)
    {
        await using var portal = await PortalApp.StartAsync();
        var get = await portal.Http.GetPageAsync(path);

        var head = await portal.Http.SendPageAsync(new HttpRequestMessage(HttpMethod.Head, path));

        head.Status.ShouldBe(HttpStatusCode.OK);
        head.Body.ShouldBeEmpty();
        head.Response.Content.Headers.ContentLength.ShouldBe(get.Response.Content.Headers.ContentLength);
        head.Response.Headers.ETag.ShouldBe(get.Response.Headers.ETag);
    }

    [Theory]
    [InlineData("POST", "/")]
    [InlineData("PUT", "/xttm-lang-son/van-ban")]
    [InlineData("DELETE", "/xttm-vinh-long/lien-he")]
    public async Task A_page_can_only_be_read(string method, string path)
    {
        await using var portal = await PortalApp.StartAsync();

        var page = await portal.Http.SendPageAsync(new HttpRequestMessage(new HttpMethod(method), path));

        page.Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
        (await portal.Http.GetPageAsync(path)).Status.ShouldBe(HttpStatusCode.OK);
    }
}
