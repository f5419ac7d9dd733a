using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Banners.Statistics;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Banners;

/// <summary>What browsers of readers do with banners.</summary>
internal static class Readers
{
    public const string Browser = "Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0";

    /// <param name="path">From the root, such as <c>/banners/seen</c>.</param>
    public static Task<Page> ReportAsync(this PortalApp portal, string path, string body = "", params (string Name, string Value)[] headers) =>
        portal.Http.SendPageAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "text/plain") }.With(headers));

    public static Task<Page> FollowAsync(this PortalApp portal, string path, HttpMethod? method = null, params (string Name, string Value)[] headers) =>
        portal.Http.SendPageAsync(new HttpRequestMessage(method ?? HttpMethod.Get, path).With(headers));

    /// <summary>Views and clicks of a site's banner, on all sites together.</summary>
    public static async Task<(int Views, int Clicks)> NumbersAsync(this PortalApp portal, string tenant, string id)
    {
        await portal.Services.GetRequiredService<KeepBannerCounts>().RunAsync(TestContext.Current.CancellationToken);
        return await portal.ReadAsync(tenant, async db =>
        {
            var rows = await db.Set<BannerCount>().Where(row => row.ItemId == id).ToListAsync();
            return (rows.Sum(row => row.Views), rows.Sum(row => row.Clicks));
        });
    }

    private static HttpRequestMessage With(this HttpRequestMessage request, (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers.Any(header => header.Name == "User-Agent") ? headers : [("User-Agent", Browser), .. headers])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }
}
