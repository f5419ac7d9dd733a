using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Content.Operations;
using OrchardSite.Tenants;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Workflows;
using OrchardSite.Workflows.Schedules;

namespace OrchardSite.Tests.Workflows;

public sealed class ScheduleTests
{
    private const string Path = "/xttm-lang-son/khai-mac-hoi-cho-hang-viet-ve-nong-thon";

    [Fact]
    public async Task What_is_scheduled_is_public_from_its_second_on_and_on_its_own_site_alone()
    {
        await using var portal = await PortalApp.StartAsync();
        using var room = await Room.OpenAsync(portal, PortalApp.LangSon);
        var item = await SubmitAsync(room);
        (await room["head"].MoveAsync(item, "ApproveAndSchedule", ("at", "2026-11-24T11:30"))).Status.ShouldBe(HttpStatusCode.Found);
        (await room["head"].OpenAsync(item)).TextOf(".way-now .row-facts").ShouldNotBeNull().ShouldContain("bạn đọc thấy từ 24/11/2026 11:30");

        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 11, 29, 59, TimeSpan.FromHours(7)));
        await KeepAsync(portal);
        (await portal.Http.GetPageAsync(Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        // Two nodes, and the portal's own clock, at the same moment.
        await Task.WhenAll(KeepAsync(portal), KeepAsync(portal));

        (await portal.Http.GetPageAsync(Path)).Status.ShouldBe(HttpStatusCode.OK);
        (await portal.Http.GetPageAsync(Path.Replace("lang-son", "vinh-long", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await room["writer"].OpenAsync(item)).TextsOf(".entries > li").Count(entry => entry.Contains("Đăng theo lịch: Lên lịch → Đã xuất bản")).ShouldBe(1);
        (await portal.RowAsync(PortalApp.LangSon, item)).Publication.ShouldBe(Publication.Approved);
        (await PlansAsync(portal)).ShouldBe(0);
    }

    [Fact]
    public async Task A_change_of_what_is_scheduled_has_to_be_approved_again()
    {
        await using var portal = await PortalApp.StartAsync();
        using var room = await Room.OpenAsync(portal, PortalApp.LangSon);
        using var neighbour = await portal.HireAsync(PortalApp.VinhLong, "Lê Văn Vĩnh", Editors.Head);
        var item = await SubmitAsync(room);
        await room["deputy"].DoAsync(item, "ApproveAndSchedule");

        await room["hand"].WriteAsync(Samples.Article(), item);
        await PassAsync(portal, TimeSpan.FromHours(2));

        (await PlansAsync(portal)).ShouldBe(0);
        (await portal.RowAsync(PortalApp.LangSon, item)).State.ShouldBe("InReview");
        (await portal.Http.GetPageAsync(Path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_cannot_be_published_on_time_waits_for_who_approves_with_the_reason()
    {
        await using var portal = await PortalApp.StartAsync();
        using var room = await Room.OpenAsync(portal, PortalApp.LangSon);
        using var neighbour = await portal.HireAsync(PortalApp.VinhLong, "Lê Văn Vĩnh", Editors.Head);
        var item = await SubmitAsync(room);
        await room["deputy"].DoAsync(item, "ApproveAndSchedule");
        await portal.ReadAsync(PortalApp.LangSon, db => db.Set<EditorialItem>().Where(row => row.ItemId == item.ContentItemId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ApprovedVersionId, "another"), TestContext.Current.CancellationToken));

        await PassAsync(portal, TimeSpan.FromHours(2));

        (await portal.RowAsync(PortalApp.LangSon, item)).State.ShouldBe("Approved");
        (await portal.Http.GetPageAsync(Path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await room["head"].OpenAsync(item)).TextsOf(".entries .said").ShouldContain("Chưa có người khác duyệt phiên bản này của “Khai mạc hội chợ hàng Việt về nông thôn”.");
        (await neighbour.GetAsync("Admin/Inbox")).TextsOf(".inbox .row-title").ShouldBeEmpty();
    }

    [Fact]
    public async Task The_plans_of_a_stopped_site_wait_until_it_runs_again()
    {
        await using var portal = await PortalApp.StartAsync();
        using var room = await Room.OpenAsync(portal, PortalApp.LangSon);
        using var other = await Room.OpenAsync(portal, PortalApp.VinhLong);
        var item = await SubmitAsync(room);
        await room["deputy"].DoAsync(item, "ApproveAndSchedule");
        var theirs = await SubmitAsync(other);
        await other["deputy"].DoAsync(theirs, "ApproveAndSchedule");
        (await SetStateAsync(portal, TenantState.Disabled)).ShouldBeTrue();

        await PassAsync(portal, TimeSpan.FromHours(2));
        (await portal.RowAsync(PortalApp.LangSon, item)).State.ShouldBe("Scheduled");
        (await portal.RowAsync(PortalApp.VinhLong, theirs)).State.ShouldBe("Published");

        (await SetStateAsync(portal, TenantState.Running)).ShouldBeTrue();
        await KeepAsync(portal);
        (await portal.RowAsync(PortalApp.LangSon, item)).State.ShouldBe("Published");
    }

    [Fact]
    public async Task What_expires_is_taken_down_with_a_notice_and_a_new_version_stays_on_its_way()
    {
        await using var portal = await PortalApp.StartAsync();
        using var room = await Room.OpenAsync(portal, PortalApp.LangSon);
        var article = Samples.Article().Set("Article", "ExpiresAt", new { Value = "2026-11-24T08:00:00Z" });
        var item = await SubmitAsync(room, article);
        await room["deputy"].DoAsync(item, "ApproveAndPublish");
        var second = Samples.Article("Tin có bản mới đang chờ duyệt").Set("Article", "ExpiresAt", new { Value = "2026-11-24T08:00:00Z" });
        var changed = await SubmitAsync(room, second);
        await room["deputy"].DoAsync(changed, "ApproveAndPublish");
        changed = await room["writer"].WriteAsync(second, changed);
        await room["writer"].DoAsync(changed, "Submit");
        (await portal.Http.GetPageAsync(Path)).Status.ShouldBe(HttpStatusCode.OK);

        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 15, 0, 0, TimeSpan.FromHours(7)));
        await KeepAsync(portal);

        var gone = await portal.Http.GetPageAsync(Path);
        gone.Status.ShouldBe(HttpStatusCode.Gone);
        gone.Body.ShouldContain("Nội dung ở đây có hiệu lực đến 24/11/2026 và đã được gỡ.");
        (await portal.RowAsync(PortalApp.LangSon, item)).State.ShouldBe("Withdrawn");
        (await portal.Http.GetPageAsync("/xttm-lang-son/tin-co-ban-moi-dang-cho-duyet")).Status.ShouldBe(HttpStatusCode.Gone);
        (await portal.RowAsync(PortalApp.LangSon, changed)).State.ShouldBe("InReview");
    }

    [Fact]
    public async Task The_calendar_shows_what_is_to_come_on_the_site_in_its_time_zone()
    {
        await using var portal = await PortalApp.StartAsync();
        using var room = await Room.OpenAsync(portal, PortalApp.LangSon);
        using var neighbour = await portal.HireAsync(PortalApp.VinhLong, "Lê Văn Vĩnh", Editors.Head);
        var planned = await SubmitAsync(room, Samples.Article("Tin đăng lúc nửa đêm").Set("Article", "ExpiresAt", new { Value = "2026-12-24T17:00:00Z" }));
        (await room["head"].MoveAsync(planned, "ApproveAndSchedule", ("at", "2026-12-01T00:15"))).Status.ShouldBe(HttpStatusCode.Found);
        await SubmitAsync(room, Samples.Article("Tin còn chờ quyết định"));

        var november = await room["head"].GetAsync("Admin/EditorialCalendar");
        var december = await room["head"].GetAsync("Admin/EditorialCalendar?month=2026-12");

        november.TextsOf(".calendar li li").ShouldBe(["10:00 chờ quyết định Tin còn chờ quyết định"]);
        december.TextsOf(".calendar > li:first-child li").ShouldBe(["00:15 đăng Tin đăng lúc nửa đêm"]);
        december.TextsOf(".calendar > li:first-child .day").ShouldBe(["Thứ Ba, 01/12"]);
        (await neighbour.GetAsync("Admin/EditorialCalendar?month=2026-12")).TextOf(".nothing").ShouldBe("Tháng này không có kế hoạch nào.");
        (await room["clerk"].GetAsync("Admin/EditorialCalendar?month=2026-12")).TextsOf(".calendar li li").ShouldBeEmpty();
        (await room["head"].GetAsync("Admin/EditorialCalendar?month=abc")).TextOf("h1").ShouldBe("Lịch biên tập, 11/2026");
        (await room["head"].MoveAsync(planned, "Publish")).Status.ShouldBe(HttpStatusCode.Found);
        (await room["head"].GetAsync("Admin/EditorialCalendar?month=2026-12")).TextsOf(".calendar li li").ShouldBe(["00:00 hết hạn Tin đăng lúc nửa đêm"]);
    }

    [Fact]
    public async Task What_is_to_be_read_again_waits_for_editors_when_the_day_has_come()
    {
        await using var portal = await PortalApp.StartAsync();
        using var room = await Room.OpenAsync(portal, PortalApp.LangSon);
        using var neighbour = await portal.HireAsync(PortalApp.VinhLong, "Lê Văn Vĩnh", Editors.Head);
        var item = await room.MakeAsync("Published");
        var draft = await room.MakeAsync("Draft");
        async Task<Page> SetAsync(string person, SavedContent of, string day) => await room[person].PostAsync(
            $"Admin/Contents/ContentItems/{of.ContentItemId}/Workflow?handler=ReviewBy", ("revision", $"{(await portal.RowAsync(PortalApp.LangSon, of)).Revision}"), ("reviewBy", day));

        (await SetAsync("editor", item, "2026-11-24")).Status.ShouldBe(HttpStatusCode.Found);
        (await SetAsync("leader", item, "2026-12-24")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await SetAsync("editor", draft, "2026-12-24")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await SetAsync("editor", item, "2026-11-23")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await SetAsync("editor", item, "mai")).TextOf("#refusals").ShouldBe("Hãy cho một ngày trong tương lai.");
        (await room["secretary"].GetAsync("Admin/Inbox")).TextsOf(".inbox .row-title").ShouldBeEmpty();
        for (var hour = 0; hour < 16; hour += 4)
        {
            portal.Clock.Advance(TimeSpan.FromHours(4));
            await room["secretary"].GetAsync("Admin");
        }

        (await room["secretary"].GetAsync("Admin/Inbox")).TextsOf(".inbox .state-warning").ShouldBe(["cần rà soát lại"]);
        (await SetAsync("secretary", item, "2027-05-24")).Status.ShouldBe(HttpStatusCode.Found);
        (await room["secretary"].GetAsync("Admin/Inbox")).TextsOf(".inbox .row-title").ShouldBeEmpty();
        (await neighbour.GetAsync("Admin/Inbox")).TextsOf(".inbox .row-title").ShouldBeEmpty();
    }

    private static async Task<SavedContent> SubmitAsync(Room room, System.Text.Json.Nodes.JsonObject? article = null)
    {
        var item = await room["writer"].WriteAsync(article ?? Samples.Article());
        await room["writer"].DoAsync(item, "Submit");
        return item;
    }

    private static Task KeepAsync(PortalApp portal) => portal.Services.GetRequiredService<KeepSchedule>().RunAsync(TestContext.Current.CancellationToken);

    private static async Task PassAsync(PortalApp portal, TimeSpan time)
    {
        portal.Clock.Advance(time);
        await KeepAsync(portal);
    }

    private static Task<int> PlansAsync(PortalApp portal) => portal.ReadAsync(PortalApp.LangSon, db => db.Set<PlannedMove>().CountAsync(move => move.Kind == PlannedKind.Publish));

    private static Task<bool> SetStateAsync(PortalApp portal, TenantState state) => portal.InTenantAsync(PortalApp.Department, async services =>
    {
        var actor = Actor.Host("test");
        var token = TestContext.Current.CancellationToken;
        return state == TenantState.Running
            ? (await services.GetRequiredService<EnableTenant>().RunAsync(PortalApp.LangSon, actor, token)).Succeeded
            : (await services.GetRequiredService<DisableTenant>().RunAsync(PortalApp.LangSon, actor, token)).Succeeded;
    });
}
