using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;
using OrchardSite.Tests.Users;
using OrchardSite.Users.Roles;

namespace OrchardSite.Tests.Admin;

public sealed class PeopleTests
{
    private const string Users = "/xttm-lang-son/Admin/Users";
    private const string PeoplePage = Users + "/Index";
    private const string Invite = Users + "/Create";
    private const string InviteButton = "main form button";

    [Fact]
    public async Task Somebody_is_invited_by_a_link_sets_a_password_and_works_on_that_site_alone()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);

        var invited = await admin.PressAsync(
            await admin.GetPageAsync(Invite), InviteButton, ("displayName", "Trần Thị Bình"), ("email", "binh.tran@example.vn"), ("roles", Editors.Editor));

        invited.Status.ShouldBe(HttpStatusCode.OK);
        var link = new Uri(invited.Document.QuerySelector("#link").ShouldNotBeNull(invited.Body).GetAttribute("value")!).PathAndQuery;
        (await admin.GetPageAsync(PeoplePage)).TextOf(".rows li:has(.state)").ShouldNotBeNull().ShouldBe("Trần Thị Bình Đã mờibinh.tran@example.vnBiên tập viên");
        using var browser = portal.Client();
        var password = await browser.GetPageAsync(link);
        (await browser.PressAsync(password, "form button", ("password", People.Password), ("repeated", People.Password))).Status.ShouldBe(HttpStatusCode.Found);
        (await browser.SignInAsync("binh.tran@example.vn", People.Password, "/xttm-lang-son/sign-in")).Location().ShouldBe("/xttm-lang-son/Admin");
        (await browser.GetPageAsync("/xttm-lang-son/Admin/Contents/ContentItems/Article")).Status.ShouldBe(HttpStatusCode.OK);
        (await browser.GetPageAsync("/xttm-vinh-long/Admin")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var other = await portal.SignedInAsync(PortalApp.VinhLong, Editors.Administrator);
        (await other.GetPageAsync("/xttm-vinh-long/Admin/Users/Index")).Body.ShouldNotContain("binh.tran@example.vn");
    }

    [Fact]
    public async Task What_is_wrong_with_an_invitation_is_said_beside_the_field()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);

        var refused = await admin.PressAsync(await admin.GetPageAsync(Invite), InviteButton, ("displayName", " "), ("email", "không phải thư"), ("roles", Editors.Editor));

        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.TextOf("#name-errors").ShouldNotBeNull();
        refused.TextOf("#email-errors").ShouldNotBeNull();
        (refused.ValueOf("email"), refused.Document.QuerySelector($"[name=roles][value='{Editors.Editor}']")!.HasAttribute("checked")).ShouldBe(("không phải thư", true));
    }

    [Fact]
    public async Task Roles_are_given_and_taken_and_who_saw_an_older_state_is_refused()
    {
        await using var portal = await PortalApp.StartAsync();
        var account = await portal.AddAccountAsync();
        await portal.JoinAsync(account, PortalApp.LangSon, Editors.Contributor);
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        var page = await admin.GetPageAsync($"{Users}/Edit/{account.Id}");

        var saved = await admin.PressAsync(page, "#roles button", ("roles", Editors.Head));
        var late = await admin.PressAsync(page, "#roles button", ("roles", Editors.Editor));

        saved.Location().ShouldBe(PeoplePage);
        (await admin.GetPageAsync(PeoplePage)).Body.ShouldContain("Cộng tác viên, Trưởng ban biên tập");
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        var left = await admin.PressAsync(await admin.GetPageAsync($"{Users}/Edit/{account.Id}"), "#leave button");
        left.Location().ShouldBe(PeoplePage);
        (await admin.GetPageAsync($"{Users}/Edit/{account.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_last_administrator_stays_and_people_of_another_site_are_not_there()
    {
        await using var portal = await PortalApp.StartAsync();
        var account = await portal.AddAccountAsync();
        await portal.JoinAsync(account, PortalApp.LangSon, Editors.Administrator);
        using var admin = await portal.SignedInAsAsync(People.UserName);

        var refused = await admin.PressAsync(await admin.GetPageAsync($"{Users}/Edit/{account.Id}"), "#leave button");

        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        using var other = await portal.SignedInAsync(PortalApp.VinhLong, Editors.Administrator);
        (await other.GetPageAsync($"/xttm-vinh-long/Admin/Users/Edit/{account.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var token = (await other.GetPageAsync("/xttm-vinh-long/Admin/Users/Create")).ValueOf("__RequestVerificationToken")!;
        (await other.PostAsync($"/xttm-vinh-long/Admin/Users/Edit/{account.Id}?handler=Leave", ("__RequestVerificationToken", token))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData(PeoplePage, "Quản lý người dùng của trang")]
    [InlineData(Invite, "Quản lý người dùng của trang")]
    [InlineData("/xttm-lang-son/Admin/Roles/Index", "Quản lý vai trò của trang")]
    [InlineData("/xttm-lang-son/Admin/Roles/Edit", "Quản lý vai trò của trang")]
    public async Task Who_does_not_manage_people_is_told_what_is_missing_and_has_no_menu_for_it(string path, string missing)
    {
        await using var portal = await PortalApp.StartAsync();
        using var editor = await portal.SignedInAsync(PortalApp.LangSon, Editors.Head);

        var refused = await editor.GetPageAsync(path);

        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        refused.TextOf("main").ShouldNotBeNull().ShouldContain(missing);
        refused.TextsOf(".side a").ShouldNotContain("Người dùng");
    }

    [Fact]
    public async Task A_role_allows_what_is_ticked_keeps_what_is_not_shown_and_holds_on_its_site_alone()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        var account = await portal.AddAccountAsync();
        await portal.JoinAsync(account, PortalApp.LangSon, Editors.Contributor);
        await portal.JoinAsync(account, PortalApp.VinhLong, Editors.Contributor);
        using var contributor = await portal.SignedInAsAsync(People.UserName);
        (await contributor.GetPageAsync("/xttm-lang-son/Admin/Contents/ContentItems/Banner")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var page = await admin.GetPageAsync("/xttm-lang-son/Admin/Roles/Edit?name=" + Uri.EscapeDataString(Editors.Contributor));

        var saved = await admin.PressAsync(page, "main form button", ("permissions", "Edit_Banner"));

        saved.Location().ShouldBe("/xttm-lang-son/Admin/Roles/Index");
        (await contributor.GetPageAsync("/xttm-lang-son/Admin/Contents/ContentItems/Banner")).Status.ShouldBe(HttpStatusCode.OK);
        (await contributor.GetPageAsync("/xttm-lang-son/Admin")).TextsOf(".side a").ShouldContain("Banner");
        (await contributor.GetPageAsync("/xttm-vinh-long/Admin/Contents/ContentItems/Banner")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await portal.PermissionsOfAsync(PortalApp.LangSon, Editors.Contributor)).ShouldContain("ManageOwnMedia");
        (await admin.PressAsync(page, "main form button", ("permissions", "Publish_Banner"))).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_new_role_does_not_take_the_place_of_one_that_is_there()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        var form = await admin.GetPageAsync("/xttm-lang-son/Admin/Roles/Edit");

        var refused = await admin.PressAsync(form, "main form button", ("name", Editors.Editor));
        var nameless = await admin.PressAsync(form, "main form button", ("name", " "));
        var made = await admin.PressAsync(form, "main form button", ("name", "Phóng viên ảnh"), ("permissions", "EditOwn_Article"));

        (refused.Status, nameless.Status, made.Status).ShouldBe((HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Found));
        (await portal.PermissionsOfAsync(PortalApp.LangSon, "Phóng viên ảnh")).ShouldBe(["EditOwn_Article"]);
        (await portal.PermissionsOfAsync(PortalApp.LangSon, Editors.Editor)).ShouldContain("Edit_Article");
        (await admin.GetPageAsync("/xttm-lang-son/Admin/Roles/Edit?name=khong-co")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var other = await portal.SignedInAsync(PortalApp.VinhLong, Editors.Administrator);
        (await other.GetPageAsync("/xttm-vinh-long/Admin/Roles/Index")).Body.ShouldNotContain("Phóng viên ảnh");
    }

    [Fact]
    public async Task A_role_is_removed_when_nobody_has_it_any_more()
    {
        await using var portal = await PortalApp.StartAsync();
        using var admin = await portal.SignedInAsync(PortalApp.LangSon, Editors.Administrator);
        var account = await portal.AddAccountAsync();
        await portal.JoinAsync(account, PortalApp.LangSon, Editors.Contributor);
        var address = "/xttm-lang-son/Admin/Roles/Edit?name=" + Uri.EscapeDataString(Editors.Contributor);
        var page = await admin.GetPageAsync(address);

        var held = await admin.PressAsync(page, "#remove button");
        held.Status.ShouldBe(HttpStatusCode.Conflict);
        held.TextOf("#refusals").ShouldBe("Còn 1 người giữ vai trò “Cộng tác viên”. Hãy bỏ vai trò này khỏi họ trước.");

        (await portal.ChangeMemberAsync(PortalApp.LangSon, account.Id, [Editors.Editor], Sites.Administrator)).Succeeded.ShouldBeTrue();
        (await admin.PressAsync(page, "main form button", ("description", "Viết bài"))).Status.ShouldBe(HttpStatusCode.Found);
        (await admin.PressAsync(page, "#remove button")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await admin.PressAsync(await admin.GetPageAsync(address), "#remove button")).Status.ShouldBe(HttpStatusCode.Found);

        (await admin.GetPageAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.PermissionsOfAsync(PortalApp.VinhLong, Editors.Contributor)).ShouldNotBeEmpty();
        var refused = await portal.InTenantAsync(PortalApp.LangSon, services => services.GetRequiredService<RemoveRole>()
            .RunAsync(Editors.Head, 0, Actor.Person(account.Id, "Nguyễn Văn An", ["AccessAdminPanel"]), TestContext.Current.CancellationToken));
        refused.Refusals.Single().Kind.ShouldBe(RefusalKind.Forbidden);
    }
}
