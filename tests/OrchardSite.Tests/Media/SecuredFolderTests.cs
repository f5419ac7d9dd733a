using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Media;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;
using OrchardSite.Tests.Workflows;

namespace OrchardSite.Tests.Media;

public sealed class SecuredFolderTests
{
    [Fact]
    public async Task A_file_of_a_secured_folder_is_sent_to_people_of_its_site_alone()
    {
        await using var portal = await PortalApp.StartAsync();
        (await portal.UploadAsync("noi-bo/ky/so-do.svg", Pictures.Svg("<rect width=\"4\" height=\"4\"/>"))).Succeeded.ShouldBeTrue();
        using var head = await portal.HireAsync(PortalApp.LangSon, "Vi Thị Trưởng", Editors.Head);
        using var contact = await portal.HireAsync(PortalApp.LangSon, "Nông Thị Tiếp Nhận", "Đầu mối tiếp nhận");
        using var stranger = await portal.HireAsync(PortalApp.VinhLong, "Lê Văn Trưởng", Editors.Head);

        (await head.GetAsync("media/noi-bo/ky/so-do.svg")).Status.ShouldBe(HttpStatusCode.OK);
        (await head.GetAsync("Admin/Media?folder=noi-bo")).TextOf(".secured").ShouldBe("Thư mục bảo mật: bạn đọc không mở được tệp nào trong đây, kể cả khi biết địa chỉ.");
        (await head.GetAsync("Admin/Media")).TextOf(".secured").ShouldBeNull();
        foreach (var browser in new[] { portal.Http, contact.Browser, stranger.Browser })
        {
            (await browser.GetPageAsync("/xttm-lang-son/media/noi-bo/ky/so-do.svg")).Status.ShouldBe(HttpStatusCode.NotFound);
            (await browser.GetPageAsync("/xttm-lang-son/media/NOI-BO/ky/so-do.svg")).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Nothing_moves_into_a_secured_folder_or_out_of_it()
    {
        await using var portal = await PortalApp.StartAsync();
        (await portal.UploadAsync("noi-bo/so-do.svg", Pictures.Svg("<rect width=\"4\" height=\"4\"/>"))).Succeeded.ShouldBeTrue();
        (await portal.UploadAsync("hinh-anh/cho.svg", Pictures.Svg("<rect width=\"4\" height=\"4\"/>"))).Succeeded.ShouldBeTrue();

        (await EditAsync("noi-bo/so-do.svg", "hinh-anh/so-do.svg")).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Conflict);
        (await EditAsync("hinh-anh/cho.svg", "noi-bo/cho.svg")).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Conflict);
        (await EditAsync("noi-bo/so-do.svg", "noi-bo/so-do-moi.svg")).Succeeded.ShouldBeTrue();
        (await MoveAsync("noi-bo", "cong-khai")).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Conflict);
        (await MoveAsync("hinh-anh", "noi-bo/hinh-anh")).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Conflict);
        // What it was called in there does not lead strangers to it either.
        (await portal.Http.GetPageAsync("/xttm-lang-son/media/noi-bo/so-do.svg")).Status.ShouldBe(HttpStatusCode.NotFound);

        async Task<OperationResult<MediaFile>> EditAsync(string path, string newPath)
        {
            var file = await portal.FileAsync(path);
            return await portal.InTenantAsync(PortalApp.LangSon, services => services.GetRequiredService<EditMediaFile>().RunAsync(new MediaEdit(path, file.Revision, newPath, null), Sites.Administrator, TestContext.Current.CancellationToken));
        }

        Task<OperationResult<string>> MoveAsync(string path, string newPath) =>
            portal.InTenantAsync(PortalApp.LangSon, services => services.GetRequiredService<MediaFolders>().MoveAsync(path, newPath, Sites.Administrator, TestContext.Current.CancellationToken));
    }
}
