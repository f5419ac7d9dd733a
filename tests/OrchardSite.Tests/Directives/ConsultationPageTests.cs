using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Theming.PageCache;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Search;
using OrchardSite.Tests.Workflows;

namespace OrchardSite.Tests.Directives;

public sealed class ConsultationPageTests
{
    [Fact]
    public async Task The_list_has_first_what_is_open_then_what_opens_then_what_is_over()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAsync(PortalApp.LangSon, Commenting.Round("Dự thảo đã kết thúc", "2026-10-01", "2026-11-23"));
        await portal.AddAsync(PortalApp.LangSon, Commenting.Round("Dự thảo sắp mở", "2026-11-25", "2026-12-25"));
        await portal.AddAsync(PortalApp.LangSon, Commenting.Round("Dự thảo còn lâu mới hết hạn", "2026-11-01", "2027-01-31"));
        await portal.AddAsync(PortalApp.LangSon, Commenting.Round("Dự thảo hết hạn hôm nay", "2026-11-01", "2026-11-24"));

        var list = await portal.Http.GetPageAsync("/xttm-lang-son/lay-y-kien");

        list.TextsOf(".rounds h2").ShouldBe(["Đang lấy ý kiến", "Sắp mở", "Đã kết thúc"]);
        list.TextsOf(".rounds .directive-number").ShouldBe(["Dự thảo hết hạn hôm nay", "Dự thảo còn lâu mới hết hạn", "Dự thảo sắp mở", "Dự thảo đã kết thúc"]);
        list.TextsOf(".rounds .validity").ShouldBe(["Đang lấy ý kiến, ngày cuối cùng", "Đang lấy ý kiến, còn 68 ngày", "Sắp mở, từ ngày 25/11/2026", "Đã kết thúc"]);
        (await portal.Http.GetPageAsync("/xttm-vinh-long/lay-y-kien")).TextOf(".nothing").ShouldBe("Chưa có dự thảo nào lấy ý kiến.");
        (await portal.Http.GetPageAsync("/xttm-lang-son/lay-y-kien?pagenum=9")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_departments_menu_leads_to_its_rounds_and_search_and_site_map_know_them()
    {
        await using var portal = await PortalApp.StartAsync();

        var list = await portal.Http.GetPageAsync("/lay-y-kien");

        list.TextsOf("nav.main-menu [aria-current]").ShouldContain("Lấy ý kiến góp ý");
        list.TextsOf(".directive-number")[0].ShouldStartWith("Dự thảo Quyết định ban hành Quy chế quản lý chợ");
        (await portal.Http.GetPageAsync("/sitemap.xml")).Body.ShouldContain("/lay-y-kien/quy-che-quan-ly-cho-tren-dia-ban-tinh<");
        var page = await portal.Http.GetPageAsync("/lay-y-kien/quy-che-phoi-hop-quan-ly-cum-cong-nghiep");
        page.TextOf(".outcome h2").ShouldBe("Tổng hợp, tiếp thu, giải trình");
        page.TextOf(".asking strong").ShouldBe("Văn phòng Sở");
        page.Document.QuerySelector(".send-comment").ShouldBeNull();
    }

    [Fact]
    public async Task A_page_from_the_cache_opens_and_closes_at_midnight_of_the_site()
    {
        await using var portal = await PortalApp.StartAsync();
        var closing = await portal.AddAsync(PortalApp.Department, Commenting.Round("Dự thảo hết hạn hôm nay", "2026-11-01", "2026-11-24"));
        await portal.AddAsync(PortalApp.Department, Commenting.Round("Dự thảo của ngày mai", "2026-11-25", "2026-12-25"));
        portal.Clock.Advance(TimeSpan.FromHours(14) - TimeSpan.FromSeconds(20));
        const string Closing = "/lay-y-kien/du-thao-het-han-hom-nay";
        var open = await portal.Http.GetPageAsync(Closing);
        open.Document.QuerySelector(".send-comment a")!.GetAttribute("href").ShouldBe(Commenting.FormOf(closing));
        open.TextOf(".article-about .validity").ShouldBe("Đang lấy ý kiến, ngày cuối cùng");
        (await portal.Http.GetPageAsync("/lay-y-kien/du-thao-cua-ngay-mai")).Document.QuerySelector(".send-comment").ShouldBeNull();
        (await portal.Http.GetPageAsync("/lay-y-kien")).Status.ShouldBe(HttpStatusCode.OK);
        var size = portal.Services.GetRequiredService<AnonymousPages>().Size;
        (await portal.Http.GetPageAsync(Closing)).Body.ShouldBe(open.Body);
        portal.Services.GetRequiredService<AnonymousPages>().Size.ShouldBe(size, "It came from the cache.");

        portal.Clock.Advance(TimeSpan.FromSeconds(20));

        var closed = await portal.Http.GetPageAsync(Closing);
        closed.TextOf(".article-about .validity").ShouldBe("Đã kết thúc");
        closed.Document.QuerySelector(".send-comment").ShouldBeNull();
        (await portal.Http.GetPageAsync("/lay-y-kien/du-thao-cua-ngay-mai")).Document.QuerySelector(".send-comment").ShouldNotBeNull();
        (await portal.Http.GetPageAsync("/lay-y-kien")).TextsOf(".rounds h2").ShouldBe(["Đang lấy ý kiến", "Đã kết thúc"]);
    }

    [Fact]
    public async Task Readers_see_what_was_accepted_with_its_answer_at_once_and_never_how_to_reach_anybody()
    {
        await using var portal = await PortalApp.StartAsync();
        using var clerk = await portal.HireAsync(PortalApp.Department, "Phạm Thị Văn Thư", Sending.Clerk);
        var round = await portal.AddAsync(PortalApp.Department, Commenting.Round());
        const string Address = "/lay-y-kien/du-thao-quy-che-tiep-cong-dan";
        await portal.CommentAsync(round, "", ("phone", "0905123456"));
        await portal.CommentAsync(round, "", ("text", "Ý kiến này không phù hợp."), ("email", "la@example.vn"));
        var before = await portal.Http.GetPageAsync(Address);
        before.TextOf(".comments .total").ShouldBe("Đã nhận 2 góp ý, đăng công khai 0.");
        before.Document.QuerySelector(".comment").ShouldBeNull();

        var comments = await portal.CommentsAsync(PortalApp.Department, round);
        (await clerk.DoAsync(comments[0], "Judge", ("state", "Shown"))).Status.ShouldBe(HttpStatusCode.Found);
        (await clerk.DoAsync(comments[1], "Judge", ("state", "Hidden"), ("reason", "Không liên quan"))).Status.ShouldBe(HttpStatusCode.Found);
        (await clerk.DoAsync((await portal.CommentsAsync(PortalApp.Department, round))[0], "Answer", ("kind", "TakenUp"), ("text", "Tiếp thu, bổ sung tại khoản 2 Điều 15."))).Status.ShouldBe(HttpStatusCode.Found);

        var after = await portal.Http.GetPageAsync(Address);
        after.TextOf(".comment > .comment-by").ShouldBe("Trần Thị Bình, Hợp tác xã Rau sạch 24/11/2026");
        after.TextOf(".comment > .comment-text").ShouldBe(Commenting.Words);
        after.TextOf(".comment-answer .comment-by").ShouldBe("Trả lời: Tiếp thu 24/11/2026");
        after.TextOf(".comment-answer .comment-text").ShouldBe("Tiếp thu, bổ sung tại khoản 2 Điều 15.");
        foreach (var path in new[] { Address, "/lay-y-kien", "/sitemap.xml", "/rss.xml" })
        {
            var page = await portal.Http.GetPageAsync(path);
            page.Body.ShouldNotContain("binh@example.vn", customMessage: path);
            page.Body.ShouldNotContain("0905123456", customMessage: path);
            page.Body.ShouldNotContain("không phù hợp", customMessage: path);
        }
    }

    [Fact]
    public async Task Search_finds_a_draft_and_nothing_that_was_said_about_it()
    {
        await using var portal = await PortalApp.StartAsync();
        using var clerk = await portal.HireAsync(PortalApp.LangSon, "Hoàng Thị Văn Thư", Sending.Clerk);
        var round = await portal.AddAsync(PortalApp.LangSon, Commenting.Round("Dự thảo Quy chế nuôi ong mật"));
        await portal.CommentAsync(round, "/xttm-lang-son", ("text", "Đề nghị khuyến khích trồng bạch đàn lấy mật."), ("phone", "0905123456"));
        await clerk.DoAsync((await portal.CommentsAsync(PortalApp.LangSon, round))[0], "Judge", ("state", "Shown"));
        await portal.AddAsync(PortalApp.LangSon, Samples.Page("Trang được lập chỉ mục sau góp ý"));

        await portal.FindAsync("trang được lập chỉ mục", found => found.Contains("Trang được lập chỉ mục sau góp ý"));

        (await portal.SearchAsync("nuoi ong mat", "/xttm-lang-son")).Found().ShouldContain("Dự thảo Quy chế nuôi ong mật");
        foreach (var words in new[] { "0905123456", "\"trồng bạch đàn\"", "\"Trần Thị Bình\"" })
        {
            (await portal.SearchAsync(words, "/xttm-lang-son")).Found().ShouldBeEmpty(words);
        }
    }

    [Fact]
    public async Task A_round_that_shows_no_comments_says_only_how_many_there_are()
    {
        await using var portal = await PortalApp.StartAsync();
        using var clerk = await portal.HireAsync(PortalApp.Department, "Phạm Thị Văn Thư", Sending.Clerk);
        var round = await portal.AddAsync(PortalApp.Department, Commenting.Round().Set("Consultation", "ShowComments", new { Value = false }));
        await portal.CommentAsync(round);
        await clerk.DoAsync((await portal.CommentsAsync(PortalApp.Department, round))[0], "Judge", ("state", "Shown"));

        var page = await portal.Http.GetPageAsync("/lay-y-kien/du-thao-quy-che-tiep-cong-dan");

        page.TextOf(".comments .total").ShouldBe("Đã nhận 1 góp ý.");
        page.Document.QuerySelector(".comment").ShouldBeNull();
    }

    [Fact]
    public async Task Many_comments_are_shown_in_pages_the_newest_first()
    {
        await using var portal = await PortalApp.StartAsync(new Dictionary<string, string?> { ["CommentLimits:PerAddress"] = "100" });
        using var clerk = await portal.HireAsync(PortalApp.Department, "Phạm Thị Văn Thư", Sending.Clerk);
        var round = await portal.AddAsync(PortalApp.Department, Commenting.Round());
        for (var number = 1; number <= 11; number++)
        {
            (await portal.CommentAsync(round, "", ("text", $"Đề nghị sửa khoản {number} Điều 5."))).Status.ShouldBe(HttpStatusCode.SeeOther);
        }

        var picked = (await portal.CommentsAsync(PortalApp.Department, round)).Select(comment => ("picked", $"{comment.Id}|{comment.Revision}"));
        (await clerk.PostAsync($"Admin/Directives/Consultations/{round.ContentItemId}?handler=Judge", [.. picked, ("state", "Shown")])).Status.ShouldBe(HttpStatusCode.Found);

        var first = await portal.Http.GetPageAsync("/lay-y-kien/du-thao-quy-che-tiep-cong-dan");
        first.TextOf(".comment > .comment-text").ShouldBe("Đề nghị sửa khoản 11 Điều 5.");
        var next = await portal.Http.GetPageAsync(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        next.TextsOf(".comment > .comment-text")[^1].ShouldBe("Đề nghị sửa khoản 1 Điều 5.");
        (await portal.Http.GetPageAsync("/lay-y-kien/du-thao-quy-che-tiep-cong-dan?pagenum=9")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.Http.GetPageAsync("/lay-y-kien/du-thao-quy-che-tiep-cong-dan?pagenum=x")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_round_may_stay_open_until_the_last_day_that_there_is()
    {
        await using var portal = await PortalApp.StartAsync();
        var round = await portal.AddAsync(PortalApp.LangSon, Commenting.Round(closesOn: "9999-12-31"));

        (await portal.CommentAsync(round, "/xttm-lang-son")).Status.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task A_round_leads_to_the_directive_that_came_of_it()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAsync(PortalApp.Department, Commenting.Round().Set("Consultation", "Directive", new { ContentItemIds = new[] { (await portal.AddAsync(PortalApp.Department, Samples.Directive())).ContentItemId } }));

        var page = await portal.Http.GetPageAsync("/lay-y-kien/du-thao-quy-che-tiep-cong-dan");

        page.Document.QuerySelector(".outcome-directive a")!.GetAttribute("href").ShouldBe("/van-ban/301-qd-sct-2026");
    }

    [Theory]
    [InlineData("ClosesOn", "Value", "2026-11-19", "The last day must not be before the first.")]
    [InlineData("Files", "Paths", "noi-bo/du-thao.pdf", "“noi-bo/du-thao.pdf” is in a secured folder")]
    public async Task A_round_that_cannot_be_is_refused(string field, string member, string value, string message)
    {
        await using var portal = await PortalApp.StartAsync();
        var round = Commenting.Round();
        ((JsonObject)round["Consultation"]!)[field] = new JsonObject { [member] = member == "Paths" ? new JsonArray(value) : value };

        var refused = (await portal.SaveAsync(PortalApp.LangSon, round)).Refusals.ShouldHaveSingleItem();

        (refused.Kind, refused.Field).ShouldBe((RefusalKind.Invalid, $"Consultation.{field}.{member}"));
        refused.Message.ShouldStartWith(message);
    }
}
