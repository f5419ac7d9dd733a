using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Banners.Campaigns;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Media;
using OrchardSite.Tests.Tenants;
using OrchardSite.Tests.Users;
using OrchardSite.Tests.Workflows;

namespace OrchardSite.Tests.Banners;

public sealed class CampaignTests
{
    private const string LangSon = "/xttm-lang-son";
    private const string Title = "Ngày Quyền của người tiêu dùng";

    [Fact]
    public async Task A_campaign_is_on_the_chosen_sites_alone_and_a_correction_or_the_end_reaches_them_at_once()
    {
        await using var portal = await PortalApp.StartAsync();
        var id = await portal.AddBannerAsync();
        var before = await portal.TopAsync(LangSon);
        before.ShouldNotContain(Title);

        var campaign = (await portal.CampaignAsync(Campaigning.Of(id))).Value;
        (await portal.TopAsync(LangSon)).ShouldBe([.. before, Title]);
        (await portal.TopAsync("/xttm-vinh-long")).ShouldNotContain(Title);
        (await portal.TopAsync("")).ShouldNotContain(Title);

        await portal.EditAsync(PortalApp.Department, id, item => item.Set("Banner", "Image", new { Paths = new[] { "nhan-dien/logo.svg" }, MediaTexts = new[] { "Đã sửa lời mô tả" } }));
        (await portal.TopAsync(LangSon)).ShouldBe([.. before, "Đã sửa lời mô tả"]);

        (await portal.CampaignAsync(Campaigning.Of(id) with { Id = campaign, Revision = 1, IsForAll = true, IsMandatory = true })).Succeeded.ShouldBeTrue();
        (await portal.TopAsync(LangSon)).ShouldBe(["Đã sửa lời mô tả", .. before]);
        (await portal.TopAsync("/xttm-vinh-long"))[0].ShouldBe("Đã sửa lời mô tả");
        (await portal.TopAsync("")).ShouldNotContain("Đã sửa lời mô tả");

        (await EndAsync(portal, campaign, 2)).Succeeded.ShouldBeTrue();
        (await portal.TopAsync(LangSon)).ShouldBe(before);
        (await portal.TopAsync("/xttm-vinh-long")).ShouldNotContain("Đã sửa lời mô tả");
    }

    [Fact]
    public async Task A_banner_that_is_taken_down_is_gone_from_the_sites_of_units_and_time_begins_and_ends_a_campaign()
    {
        await using var portal = await PortalApp.StartAsync();
        var id = await portal.AddBannerAsync();
        await portal.CampaignAsync(Campaigning.Of(id) with { StartUtc = Campaigning.Now.AddHours(1), EndUtc = Campaigning.Now.AddHours(3) });

        (await portal.TopAsync(LangSon)).ShouldNotContain(Title);
        portal.Clock.Advance(TimeSpan.FromMinutes(62));
        (await portal.TopAsync(LangSon)).ShouldContain(Title);
        var (saved, _) = await portal.OpenAsync(PortalApp.Department, id);
        (await portal.UnpublishAsync(PortalApp.Department, saved)).Succeeded.ShouldBeTrue();
        (await portal.TopAsync(LangSon)).ShouldNotContain(Title);
        (await portal.PublishAsync(PortalApp.Department, saved)).Succeeded.ShouldBeTrue();
        (await portal.TopAsync(LangSon)).ShouldContain(Title);
        portal.Clock.Advance(TimeSpan.FromHours(2));
        (await portal.TopAsync(LangSon)).ShouldNotContain(Title);
    }

    [Fact]
    public async Task Its_picture_and_its_links_are_the_departments_and_readers_of_the_unit_are_counted_for_it()
    {
        await using var portal = await PortalApp.StartAsync();
        var id = await portal.AddBannerAsync();
        var outside = await portal.AddBannerAsync("Hội chợ toàn quốc", "https://hoi-cho.example/");
        var campaign = (await portal.CampaignAsync(Campaigning.Of(id, outside))).Value;

        var page = await portal.Http.GetPageAsync(LangSon + "/");
        var picture = page.Document.QuerySelector($"[data-banner='{id}'] img")!.GetAttribute("src")!;
        picture.ShouldStartWith($"{LangSon}/banners/{id}/media/nhan-dien/logo.svg?v=");
        var sent = await portal.Http.GetPageAsync(picture);
        (sent.Status, sent.Body).ShouldBe((HttpStatusCode.OK, (await portal.Http.GetPageAsync("/media/nhan-dien/logo.svg")).Body));
        (await portal.Http.GetPageAsync($"{LangSon}/banners/{id}/media/banner/banner-dich-vu-cong.svg")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.Http.GetPageAsync($"/xttm-vinh-long/banners/{id}/media/nhan-dien/logo.svg")).Status.ShouldBe(HttpStatusCode.NotFound);
        page.Document.QuerySelector($"[data-banner='{outside}'] a")!.GetAttribute("rel").ShouldBe("noopener");

        (await portal.FollowAsync($"{LangSon}/banners/{id}/click")).Location().ShouldBe("/thong-bao");
        (await portal.FollowAsync($"{LangSon}/banners/{outside}/click")).Location().ShouldBe("https://hoi-cho.example/");
        (await portal.FollowAsync($"/xttm-vinh-long/banners/{id}/click")).Status.ShouldBe(HttpStatusCode.NotFound);
        await portal.ReportAsync($"{LangSon}/banners/seen", $"{id} {outside}");
        await portal.ReportAsync("/banners/seen", id);
        (await portal.NumbersAsync(PortalApp.Department, id)).ShouldBe((2, 1));

        using var administrator = await portal.HireAsync(PortalApp.Department, "Lê Thị Thu", Editors.Administrator);
        var board = await administrator.GetAsync($"Admin/Banners/Campaigns/Edit?id={campaign}");
        board.TextOf("#total").ShouldBe("2 lượt xem, 2 lượt bấm. 100 %");
        board.Document.QuerySelectorAll("#sites tbody tr").ShouldHaveSingleItem().QuerySelectorAll(".number").Select(cell => cell.TextContent).ShouldBe(["2", "2", "100 %"]);
    }

    [Fact]
    public async Task A_unit_switches_an_optional_campaign_off_and_on_and_no_mandatory_one()
    {
        await using var portal = await PortalApp.StartAsync();
        var id = await portal.AddBannerAsync();
        var optional = (await portal.CampaignAsync(Campaigning.Of(id))).Value;
        using var secretary = await portal.HireAsync(PortalApp.LangSon, "Lê Thị Thu", "Thư ký");
        using var editor = await portal.HireAsync(PortalApp.LangSon, "Trần Văn Bình", Editors.Editor);
        using var stranger = await portal.HireAsync(PortalApp.VinhLong, "Nguyễn Văn An", "Thư ký");

        (await secretary.Browser.PressAsync(await secretary.GetAsync("Admin/Banners"), "#campaigns button")).Status.ShouldBe(HttpStatusCode.Found);
        (await portal.TopAsync(LangSon)).ShouldNotContain(Title);
        (await secretary.GetAsync("Admin/Banners")).TextOf("#campaigns .state").ShouldBe("Đã tắt trên trang này");
        using (var administrator = await portal.HireAsync(PortalApp.Department, "Phạm Văn Dũng", Editors.Administrator))
        {
            (await administrator.GetAsync($"Admin/Banners/Campaigns/Edit?id={optional}")).TextOf("#sites tbody td").ShouldBe("Lê Thị Thu đã tắt, 24/11/2026 10:00");
        }

        (await secretary.Browser.PressAsync(await secretary.GetAsync("Admin/Banners"), "#campaigns button")).Status.ShouldBe(HttpStatusCode.Found);
        (await portal.TopAsync(LangSon)).ShouldContain(Title);
        (await portal.AuditOfAsync(PortalApp.LangSon, "SwitchCampaign.Off")).ShouldHaveSingleItem();

        (await editor.GetAsync("Admin/Banners")).Document.QuerySelector("#campaigns button").ShouldBeNull();
        (await editor.PostAsync("Admin/Banners?handler=Switch", ("id", optional), ("on", "false"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await stranger.PostAsync("Admin/Banners?handler=Switch", ("id", optional), ("on", "false"))).Status.ShouldBe(HttpStatusCode.NotFound);

        var mandatory = (await portal.CampaignAsync(Campaigning.Of(await portal.AddBannerAsync("Phòng cháy mùa khô")) with { Name = "Phòng cháy", IsMandatory = true })).Value;
        var refused = await secretary.PostAsync("Admin/Banners?handler=Switch", ("id", mandatory), ("on", "false"));
        (refused.Status, refused.TextOf("#refusals")).ShouldBe((HttpStatusCode.Conflict, "“Phòng cháy” là bắt buộc: chỉ Sở quyết định thời gian hiển thị."));
        (await portal.TopAsync(LangSon))[0].ShouldBe("Phòng cháy mùa khô");
    }

    [Fact]
    public async Task A_unit_moves_neither_the_departments_banners_nor_its_own_above_them()
    {
        await using var portal = await PortalApp.StartAsync();
        using var secretary = await portal.HireAsync(PortalApp.LangSon, "Lê Thị Thu", "Thư ký");
        var own = (await portal.AddAsync(PortalApp.LangSon, Samples.Banner("Của Trung tâm"))).ContentItemId;
        var id = await portal.AddBannerAsync();
        await portal.CampaignAsync(Campaigning.Of(id) with { Name = "Phòng cháy", IsMandatory = true });

        (await secretary.PostAsync("Admin/Banners?handler=Move", ("id", id), ("past", own))).Status.ShouldBe(HttpStatusCode.Forbidden);
        var refused = await secretary.PostAsync("Admin/Banners?handler=Move", ("id", own), ("past", id));
        (refused.Status, refused.TextOf("#refusals")).ShouldBe((HttpStatusCode.Conflict, "“Phòng cháy” là bắt buộc: banner của chiến dịch đứng trên banner của trang."));
    }

    [Fact]
    public async Task What_no_campaign_may_be_is_refused_with_the_reason()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        await using var portal = await PortalApp.StartAsync();
        var id = await portal.AddBannerAsync();
        var draft = (await portal.SaveAsync(PortalApp.Department, Samples.Banner("Còn nháp"))).Value.ContentItemId;
        var elsewhere = (await portal.AddAsync(PortalApp.LangSon, Samples.Banner())).ContentItemId;
        await portal.DisableSiteAsync(PortalApp.VinhLong);
        (await portal.UploadAsync("noi-bo/mat.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>", PortalApp.Department)).Succeeded.ShouldBeTrue();
        var secured = (await portal.AddAsync(PortalApp.Department, Samples.Banner("Ảnh nội bộ").Set("Banner", "Image", new { Paths = new[] { "noi-bo/mat.svg" }, MediaTexts = new[] { "Ảnh nội bộ" } }))).ContentItemId;
        var good = Campaigning.Of(id);

        await RefusedAsync(good with { Sites = [PortalApp.VinhLong] }, "Sites", "The site “xttm-vinh-long” is switched off.");
        await RefusedAsync(good with { Sites = ["khong-co"] }, "Sites", "There is no site “khong-co” of a unit.");
        await RefusedAsync(good with { Sites = [PortalApp.Department] }, "Sites", "There is no site “Default” of a unit.");
        await RefusedAsync(good with { Sites = [] }, "Sites", "Choose at least one site, or all.");
        await RefusedAsync(good with { BannerIds = [] }, "Banners", "Choose 1 to 20 banners.");
        await RefusedAsync(good with { BannerIds = [draft] }, "Banners", "“Còn nháp” is not published.");
        await RefusedAsync(good with { BannerIds = [elsewhere] }, "Banners", "One of the banners is not there any more.");
        await RefusedAsync(good with { BannerIds = [secured] }, "Banners", "The picture of “Ảnh nội bộ” is in a folder that readers may not see.");
        await RefusedAsync(good with { StartUtc = good.EndUtc, EndUtc = good.StartUtc }, "EndUtc", "The end must be after the start.");
        await RefusedAsync(good with { EndUtc = Campaigning.Now.AddMinutes(-1) }, "EndUtc", "The end is over already.");
        await RefusedAsync(good with { EndUtc = null }, "EndUtc", "Say from when and until when it is shown.");
        await RefusedAsync(good with { Name = " " }, "Name", "A campaign has a name of up to 100 characters.");
        await RefusedAsync(good with { Position = "Giữa trang" }, "Position", "Choose a position.");

        (await portal.CampaignAsync(good with { Id = "00000000000000000000000000" })).Refusals[0].Kind.ShouldBe(RefusalKind.NotFound);
        (await portal.CampaignAsync(good, Actor.Person(1, "Biên tập viên", ["PublishContent"]))).Refusals[0].Kind.ShouldBe(RefusalKind.Forbidden);
        (await portal.CampaignAsync(Campaigning.Of(elsewhere), tenant: PortalApp.LangSon)).Refusals[0].Kind.ShouldBe(RefusalKind.Forbidden);

        async Task RefusedAsync(CampaignEdit edit, string field, string message)
        {
            var refusal = (await portal.CampaignAsync(edit)).Refusals.ShouldHaveSingleItem(message);
            (refusal.Kind, refusal.Field, refusal.Message).ShouldBe((RefusalKind.Invalid, field, message));
        }
    }

    [Fact]
    public async Task A_site_that_is_switched_off_later_stays_in_the_campaign_and_hinders_nobody()
    {
        await using var portal = await PortalApp.StartAsync();
        var id = await portal.AddBannerAsync();
        var edit = Campaigning.Of(id) with { Sites = [PortalApp.LangSon, PortalApp.VinhLong] };
        var campaign = (await portal.CampaignAsync(edit)).Value;
        await portal.DisableSiteAsync(PortalApp.VinhLong);

        (await portal.Http.GetPageAsync("/xttm-vinh-long/")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await portal.CampaignAsync(edit with { Id = campaign, Revision = 1, Name = "Tên mới" })).Succeeded.ShouldBeTrue();
        await portal.EnableSiteAsync(PortalApp.VinhLong);
        (await portal.TopAsync("/xttm-vinh-long")).ShouldContain(Title);
    }

    [Fact]
    public async Task A_stale_save_or_end_is_refused_with_both_at_hand_and_units_have_no_page_of_campaigns()
    {
        await using var portal = await PortalApp.StartAsync();
        var id = await portal.AddBannerAsync();
        using var administrator = await portal.HireAsync(PortalApp.Department, "Lê Thị Thu", Editors.Administrator);
        var form = await administrator.GetAsync("Admin/Banners/Campaigns/Edit");
        var made = await administrator.Browser.PressAsync(form, "#campaign button", ("Input.Name", "Tuần lễ hàng Việt"), ("Input.Position", "Header"), ("Input.Banners", id), ("Input.Sites", PortalApp.LangSon), ("Input.Start", "2026-11-24T09:00"), ("Input.End", "2026-12-01T00:00"));
        made.Status.ShouldBe(HttpStatusCode.Found);
        (await portal.TopAsync(LangSon)).ShouldContain(Title);
        (await administrator.GetAsync("Admin/Banners/Campaigns")).TextsOf(".row-title").ShouldBe(["Tuần lễ hàng Việt"]);

        var first = await administrator.Browser.GetPageAsync(made.Location());
        var second = await administrator.Browser.GetPageAsync(made.Location());
        (await administrator.Browser.PressAsync(first, "#campaign button", ("Input.Name", "Tên thứ nhất"))).Status.ShouldBe(HttpStatusCode.Found);
        var stale = await administrator.Browser.PressAsync(second, "#campaign button", ("Input.Name", "Tên thứ hai"));
        stale.Status.ShouldBe(HttpStatusCode.Conflict);
        (stale.TextOf("h1"), stale.Document.QuerySelector("#name")!.GetAttribute("value")).ShouldBe(("Tên thứ nhất", "Tên thứ hai"));
        (await EndAsync(portal, made.Location().Split("id=")[1], 1)).Refusals[0].Kind.ShouldBe(RefusalKind.Conflict);
        (await EndAsync(portal, made.Location().Split("id=")[1], 2, Actor.Person(1, "Biên tập viên", ["PublishContent"]))).Refusals[0].Kind.ShouldBe(RefusalKind.Forbidden);
        (await administrator.Browser.PressAsync(await administrator.Browser.GetPageAsync(made.Location()), "#end-now button")).Status.ShouldBe(HttpStatusCode.Found);
        (await EndAsync(portal, made.Location().Split("id=")[1], 3)).Refusals[0].Kind.ShouldBe(RefusalKind.Conflict);
        (await EndAsync(portal, "00000000000000000000000000", 1)).Refusals[0].Kind.ShouldBe(RefusalKind.NotFound);
        (await portal.TopAsync(LangSon)).ShouldNotContain(Title);

        using var unit = await portal.HireAsync(PortalApp.LangSon, "Trần Văn Bình", Editors.Administrator);
        (await unit.GetAsync("Admin/Banners/Campaigns")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var secretary = await portal.HireAsync(PortalApp.Department, "Nguyễn Văn An", "Thư ký");
        (await secretary.GetAsync("Admin/Banners/Campaigns")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static Task<OperationResult<bool>> EndAsync(PortalApp portal, string id, int revision, Actor? actor = null) =>
        portal.InTenantAsync(PortalApp.Department, services => services.GetRequiredService<EndCampaign>().RunAsync(id, revision, actor ?? Sites.Administrator, TestContext.Current.CancellationToken));
}
