using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Media;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;

namespace OrchardSite.Tests.Media;

internal static class Library
{
    public static Task<OperationResult<MediaFile>> UploadAsync(this PortalApp portal, MediaUpload upload, string tenant = PortalApp.LangSon, Actor? actor = null) =>
        portal.InTenantAsync(tenant, services => services.GetRequiredService<SaveMediaFile>().RunAsync(upload, actor ?? Sites.Administrator, TestContext.Current.CancellationToken));

    public static Task<OperationResult<MediaFile>> UploadAsync(this PortalApp portal, string path, byte[] content, string tenant = PortalApp.LangSon) =>
        portal.UploadAsync(new MediaUpload(path, new MemoryStream(content)), tenant);

    public static Task<OperationResult<MediaFile>> UploadAsync(this PortalApp portal, string path, string content, string tenant = PortalApp.LangSon) =>
        portal.UploadAsync(path, Encoding.UTF8.GetBytes(content), tenant);

    public static async Task<MediaFile> FileAsync(this PortalApp portal, string path, string tenant = PortalApp.LangSon)
    {
        await using var db = portal.OpenContext(tenant);
        return await db.Set<MediaFile>().AsNoTracking().SingleAsync(file => file.Path == path, TestContext.Current.CancellationToken);
    }

    /// <summary>Asks for exactly this path: no browser tidies it up on the way.</summary>
    public static Task<Page> GetExactlyAsync(this PortalApp portal, string path) => portal.Http.SendPageAsync(new HttpRequestMessage(
        HttpMethod.Get,
        new Uri(portal.Address.GetLeftPart(UriPartial.Authority) + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true })));
}
