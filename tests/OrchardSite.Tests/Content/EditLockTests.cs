using System.Net;
using OrchardSite.Content.Editing;
using OrchardSite.Content.Operations;
using OrchardSite.Tests.Admin;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Users;
using static OrchardSite.Tests.Content.DashboardContent;

namespace OrchardSite.Tests.Content;

public sealed class EditLockTests
{
    private const string TakeOver = "#take-over";

    [Fact]
    public async Task A_second_editor_is_told_who_has_it_takes_over_and_the_first_ones_save_is_refused_with_both_texts()
    {
        await using var portal = await PortalApp.StartAsync();
        var item = (await portal.SaveAsync(PortalApp.LangSon, Samples.Article("Khai mạc hội chợ tại Đồng Đăng"))).Value;
        using var first = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);
        using var second = await portal.SignedInAsync(PortalApp.LangSon, Editors.Head);
        var firstForm = await first.GetPageAsync(AddressOf(item));

        var held = await second.GetPageAsync(AddressOf(item));
        held.TextOf(".alert-warning p").ShouldNotBeNull();
        held.Document.QuerySelector(".item-fields")!.HasAttribute("disabled").ShouldBeTrue();
        held.Document.QuerySelector(SaveButton).ShouldBeNull();
        var secondForm = await second.FollowAsync(await second.PressAsync(held, TakeOver));
        (await second.PressAsync(secondForm, SaveButton, ("TitlePart.Title", "Khai mạc hội chợ tại cửa khẩu Đồng Đăng"))).Status.ShouldBe(HttpStatusCode.Found);

        var refused = await first.PressAsync(firstForm, SaveButton, ("TitlePart.Title", "Khai mạc hội chợ xuân tại Đồng Đăng"));

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.TextsOf(".difference del").ShouldBe(["cửa khẩu"]);
        refused.TextOf(".difference ins").ShouldBe("xuân");
        refused.ValueOf("TitlePart.Title").ShouldBe("Khai mạc hội chợ xuân tại Đồng Đăng");
        (await first.GetPageAsync(ArticleList + "?q=%22khai%20mac%20hoi%20cho%20tai%22")).TextsOf(".row-title").ShouldBe(["Khai mạc hội chợ tại cửa khẩu Đồng Đăng"]);
        var over = await first.PressAsync(refused, SaveButton);
        over.Status.ShouldBe(HttpStatusCode.Found, over.TextOf("#refusals"));
        (await first.GetPageAsync(AddressOf(item, "Versions"))).TextsOf(".rows .row-title").ShouldBe(
        [
            "Phiên bản 3: Khai mạc hội chợ xuân tại Đồng Đăng", "Phiên bản 2: Khai mạc hội chợ tại cửa khẩu Đồng Đăng", "Phiên bản 1: Khai mạc hội chợ tại Đồng Đăng",
        ]);
    }

    [Fact]
    public async Task Taking_over_alone_is_enough_to_refuse_the_first_ones_save()
    {
        await using var portal = await PortalApp.StartAsync();
        var item = (await portal.SaveAsync(PortalApp.LangSon, Samples.Article())).Value;
        using var first = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);
        using var second = await portal.SignedInAsync(PortalApp.LangSon, Editors.Head);
        var firstForm = await first.GetPageAsync(AddressOf(item));
        await second.PressAsync(await second.GetPageAsync(AddressOf(item)), TakeOver);

        var beat = await first.PressAsync(firstForm, SaveButton, "Heartbeat");
        var refused = await first.PressAsync(firstForm, SaveButton);

        (beat.Status, beat.Body).ShouldBe((HttpStatusCode.Conflict, "Nguyễn Văn An đang sửa nội dung này và đã nhận quyền sửa."));
        (refused.Status, refused.TextOf("#refusals")).ShouldBe((HttpStatusCode.Conflict, "Nguyễn Văn An đang sửa nội dung này và đã nhận quyền sửa."));
    }

    [Fact]
    public async Task A_lock_without_a_sign_of_life_ends_and_one_with_lives_on()
    {
        await using var portal = await PortalApp.StartAsync();
        var item = (await portal.SaveAsync(PortalApp.LangSon, Samples.Article())).Value;
        using var first = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);
        using var second = await portal.SignedInAsync(PortalApp.LangSon, Editors.Head);
        var firstForm = await first.GetPageAsync(AddressOf(item));

        portal.Clock.Advance(EditLock.Lifetime - TimeSpan.FromSeconds(10));
        (await first.PressAsync(firstForm, SaveButton, "Heartbeat")).Status.ShouldBe(HttpStatusCode.NoContent);
        portal.Clock.Advance(TimeSpan.FromSeconds(30));
        (await IsHeldAsync(second, item)).ShouldBeTrue();
        portal.Clock.Advance(EditLock.Lifetime);
        (await IsHeldAsync(second, item)).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_leaves_the_page_or_saves_and_closes_gives_it_free()
    {
        await using var portal = await PortalApp.StartAsync();
        var item = (await portal.SaveAsync(PortalApp.LangSon, Samples.Article())).Value;
        using var first = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);
        using var second = await portal.SignedInAsync(PortalApp.LangSon, Editors.Head);

        await first.PressAsync(await first.GetPageAsync(AddressOf(item)), SaveButton, "Release");
        var form = await second.GetPageAsync(AddressOf(item));
        form.Document.QuerySelector(TakeOver).ShouldBeNull();
        (await IsHeldAsync(first, item)).ShouldBeTrue();
        await second.PressAsync(form, "button[value=SaveAndClose]");
        (await IsHeldAsync(first, item)).ShouldBeFalse();
    }

    private static async Task<bool> IsHeldAsync(HttpClient browser, SavedContent item) =>
        (await browser.GetPageAsync(AddressOf(item))).Document.QuerySelector(TakeOver) is not null;
}
