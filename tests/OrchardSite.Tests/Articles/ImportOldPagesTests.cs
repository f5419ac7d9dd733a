using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Articles.OldSite;
using OrchardSite.Content;
using OrchardSite.Data;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Articles;

public sealed class ImportOldPagesTests
{
    [Fact]
    public async Task A_saved_page_becomes_its_article_with_its_neighbours_as_stubs()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.Http.GetPageAsync("/tin-tuc-su-kien/nang-luong");

        var outcome = await portal.ImportAsync(OldPages.Text);

        (outcome.Effect, outcome.Title, outcome.Stubs, outcome.Reason).ShouldBe((OldPageEffect.Created, OldPages.Title, 5, null));
        var page = await portal.Http.GetPageAsync(OldPages.Path);
        page.TextOf("h1").ShouldBe(OldPages.Title);
        page.TextOf(".article-about a").ShouldBe("Năng lượng");
        page.TextOf(".article-about time").ShouldBe("09/06/2021 08:05");
        page.Document.QuerySelector(".article-about time")!.GetAttribute("datetime").ShouldBe("2021-06-09T08:05:07+07:00");
        page.TextOf(".sapo").ShouldNotBeNull().ShouldStartWith("Sở Công Thương đề nghị các cơ sở sản xuất");
        page.TextsOf(".article .prose p").Count.ShouldBe(3);
        page.TextsOf(".article .prose p")[1].ShouldEndWith("công suất < 70% thì cân nhắc dừng máy.");
        page.TextsOf(".article .prose p")[2].ShouldEndWith("khách hàng & chính quyền địa phương.");
        page.TextOf(".source").ShouldBe("Nguồn bài: Phòng Quản lý năng lượng");

        var list = await portal.Http.GetPageAsync("/tin-tuc-su-kien/nang-luong");
        list.TextsOf(".story-list .story").ShouldContain("Tập huấn kiểm toán năng lượng cho doanh nghiệp 02/04/2022 14:15");
        list.TextsOf(".story-list .story").ShouldContain("Hưởng ứng Giờ Trái đất năm 2021 (27/3/2021-28/3/2021) 26/03/2021 00:30");
        list.TextsOf(".story-list .story").ShouldContain("Khen thưởng gia đình tiết kiệm điện tiêu biểu 01/02/2021 16:45");
    }

    [Fact]
    public async Task The_article_lists_the_neighbours_it_had_on_the_old_site()
    {
        await using var portal = await PortalApp.StartAsync();

        await portal.ImportAsync(OldPages.Text);

        var page = await portal.Http.GetPageAsync(OldPages.Path);
        string[] neighbours =
        [
            "Tập huấn kiểm toán năng lượng cho doanh nghiệp (02/04/2022 14:15)",
            "Kiểm tra an toàn hồ chứa thủy điện trước mùa mưa bão (18/03/2022 09:00)",
            "Hướng dẫn lập báo cáo sử dụng năng lượng năm 2021 (31/12/2021 23:59)",
            "Hưởng ứng Giờ Trái đất năm 2021 (27/3/2021-28/3/2021) (26/03/2021 00:30)",
            "Khen thưởng gia đình tiết kiệm điện tiêu biểu (01/02/2021 16:45)",
        ];
        neighbours.Except(page.TextsOf(".time-list li")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_of_it_comes_to_another_site()
    {
        await using var portal = await PortalApp.StartAsync();
        var before = await CountAsync(portal, PortalApp.LangSon);

        await portal.ImportAsync(OldPages.Text);

        (await CountAsync(portal, PortalApp.LangSon)).ShouldBe(before);
        (await portal.Http.GetPageAsync("/xttm-lang-son" + OldPages.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.Http.GetPageAsync("/xttm-vinh-long/sitemap.xml")).Body.ShouldNotContain("tiet-kiem-dien-trong-mua-nang-nong");
    }

    [Fact]
    public async Task A_second_import_creates_nothing()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.ImportAsync(OldPages.Text);
        var before = await CountAsync(portal, PortalApp.Department);

        var again = await portal.ImportAsync(OldPages.Text.Replace("6/2022", "7/2022").Replace("Đầu trang", "Đầu  trang"));

        (again.Effect, again.Stubs).ShouldBe((OldPageEffect.Unchanged, 0));
        (await CountAsync(portal, PortalApp.Department)).ShouldBe(before);
    }

    [Fact]
    public async Task A_stub_is_completed_by_its_own_page_and_keeps_its_address()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.ImportAsync(OldPages.Text);
        const string Stub = "/huong-dan-lap-bao-cao-su-dung-nang-luong-nam-2021";
        (await portal.Http.GetPageAsync(Stub)).TextOf(".nothing").ShouldNotBeNullOrEmpty();

        var outcome = await portal.ImportAsync(OldPages.Neighbour);

        (outcome.Effect, outcome.Stubs).ShouldBe((OldPageEffect.Completed, 0));
        var page = await portal.Http.GetPageAsync(Stub);
        page.TextOf(".article .prose").ShouldBe("Báo cáo lập theo mẫu và gửi qua hệ thống cơ sở dữ liệu năng lượng.");
        page.TextOf(".article-about time").ShouldBe("31/12/2021 23:59");
        page.TextOf(".nothing").ShouldBeNull();
        (await portal.ImportAsync(OldPages.Neighbour)).Effect.ShouldBe(OldPageEffect.Unchanged);
    }

    [Fact]
    public async Task What_editors_changed_since_stays()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.ImportAsync(OldPages.Text);
        var id = await portal.ReadAsync(PortalApp.Department, db => db.Set<ContentItem>().Where(item => item.DisplayText == OldPages.Title).Select(item => item.Id).SingleAsync());
        await portal.EditAsync(PortalApp.Department, id, item => item.SetTitle("Tiết kiệm điện mùa nắng nóng"));

        (await portal.ImportAsync(OldPages.Text)).Effect.ShouldBe(OldPageEffect.Unchanged);

        (await portal.Http.GetPageAsync("/tiet-kiem-dien-mua-nang-nong")).TextOf("h1").ShouldBe("Tiết kiệm điện mùa nắng nóng");
    }

    [Fact]
    public async Task A_file_that_is_no_such_page_is_refused_with_a_reason_and_the_rest_go_on()
    {
        await using var portal = await PortalApp.StartAsync();
        var files = new[]
        {
            await OldPages.WriteAsync(portal, "Một bức thư, không phải một trang."u8.ToArray()),
            Path.Combine(portal.DataFolder, "khong-co.txt"),
            portal.DataFolder,
            await OldPages.WriteAsync(portal, [0, 1, 2, 0, 255]),
            await OldPages.WriteAsync(portal, []),
            await OldPages.WriteAsync(portal, Encoding.UTF8.GetBytes(OldPages.Text.Replace("Năng lượng\n", "Chuyện lạ bốn phương\n"))),
            await OldPages.WriteAsync(portal, Encoding.UTF8.GetBytes(OldPages.Text.Replace("6/9/2021 8:05:07 AM", "29/6/2021 8:05:07 AM"))),
            await OldPages.WriteAsync(portal, Encoding.UTF8.GetBytes(OldPages.Text[..OldPages.Text.IndexOf("[Quay lại]", StringComparison.Ordinal)])),
            await OldPages.WriteAsync(portal, Encoding.UTF8.GetBytes(OldPages.Text)),
        };

        var outcomes = await portal.ImportFilesAsync(PortalApp.Department, files);

        outcomes.Select(outcome => outcome.File).ShouldBe(files);
        outcomes.Take(8).ShouldAllBe(outcome => outcome.Effect == OldPageEffect.Refused && outcome.Reason!.Length > 15);
        outcomes[^1].Effect.ShouldBe(OldPageEffect.Created);
        outcomes[5].Reason.ShouldNotBeNull().ShouldContain("Chuyện lạ bốn phương");
    }

    [Fact]
    public async Task A_neighbour_that_the_site_does_not_take_keeps_no_other_out()
    {
        await using var portal = await PortalApp.StartAsync();

        var outcome = await portal.ImportAsync(OldPages.Text.Replace("Tập huấn kiểm toán năng lượng cho doanh nghiệp", "Ngắn"));

        (outcome.Effect, outcome.Stubs).ShouldBe((OldPageEffect.Created, 4));
        outcome.Reason.ShouldNotBeNull().ShouldContain("“Ngắn”");
    }

    [Fact]
    public async Task The_text_is_text_whatever_it_says()
    {
        await using var portal = await PortalApp.StartAsync();

        await portal.ImportAsync(OldPages.Text.Replace("1. Các cơ sở rà soát", "<script>alert(1)</script> {{ Site.SiteName }} Các cơ sở rà soát"));

        var page = await portal.Http.GetPageAsync(OldPages.Path);
        page.TextsOf(".article .prose p")[1].ShouldStartWith("<script>alert(1)</script> {{ Site.SiteName }} Các cơ sở rà soát");
        page.Document.QuerySelector(".article .prose script").ShouldBeNull();
    }

    [Fact]
    public async Task Only_who_may_publish_articles_may_import_them()
    {
        await using var portal = await PortalApp.StartAsync();
        var file = await OldPages.WriteAsync(portal, Encoding.UTF8.GetBytes(OldPages.Text));
        var author = Actor.Person(8, "Cộng tác viên", ["Edit_Article"]);

        var outcome = (await portal.InTenantAsync(PortalApp.Department, services =>
            services.GetRequiredService<ImportOldPages>().RunAsync([file], author, TestContext.Current.CancellationToken))).Single();

        outcome.Effect.ShouldBe(OldPageEffect.Refused);
        (await portal.Http.GetPageAsync(OldPages.Path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<(int, int)> CountAsync(PortalApp portal, string tenant) => portal.ReadAsync(tenant, async db =>
        (await db.Set<ContentItem>().CountAsync(), await db.Set<ContentVersion>().CountAsync()));
}
