using System.Net;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;
using OrchardSite.Users.Members;

namespace OrchardSite.Tests.Users;

public sealed class MembershipTests
{
    [Fact]
    public async Task A_member_gets_other_roles_on_this_site_and_keeps_theirs_on_another()
    {
        await using var portal = await PortalApp.StartAsync();
        var manager = await portal.AddManagerAsync(PortalApp.LangSon);
        var account = await portal.AddAccountAsync();
        await portal.JoinAsync(account, PortalApp.LangSon);
        await portal.JoinAsync(account, PortalApp.VinhLong);

        (await portal.ChangeMemberAsync(PortalApp.LangSon, account.Id, [Members.Editor, Members.Editor], manager)).Succeeded.ShouldBeTrue();

        (await portal.MembersAsync(PortalApp.LangSon)).Single(member => member.AccountId == account.Id).Roles.ShouldBe([Members.Editor]);
        (await portal.MembersAsync(PortalApp.VinhLong)).Single(member => member.AccountId == account.Id).Roles.ShouldBeEmpty();
        (await portal.AuditOfAsync(PortalApp.LangSon, nameof(ChangeMembership))).ShouldHaveSingleItem().Detail.ShouldBe($"{People.UserName}: +{Members.Editor}");
        (await portal.ChangeMemberAsync(PortalApp.LangSon, account.Id, [], manager)).Refusals.ShouldHaveSingleItem()
            .ShouldBe(new Refusal(RefusalKind.Conflict, "The roles of this person were changed at the same time. Look at them again."));
    }

    [Fact]
    public async Task Who_leaves_a_site_may_do_nothing_there_any_more_and_stays_on_another()
    {
        await using var portal = await PortalApp.StartAsync();
        var manager = await portal.AddManagerAsync(PortalApp.LangSon);
        var account = await portal.AddAccountAsync();
        await portal.JoinAsync(account, PortalApp.LangSon, Members.Editor);
        await portal.JoinAsync(account, PortalApp.VinhLong, Members.Editor);
        using var browser = portal.Client();
        await browser.SignInAsync(People.UserName, People.Password);

        (await portal.EndMemberAsync(PortalApp.LangSon, account.Id, manager)).Succeeded.ShouldBeTrue();

        (await browser.GetPageAsync("/account")).TextsOf(".sites a").ShouldBe(["Trung tâm Xúc tiến thương mại Vĩnh Long"]);
        (await portal.AuditOfAsync(PortalApp.LangSon, nameof(EndMembership))).ShouldHaveSingleItem().Detail.ShouldBe($"{People.UserName}: -{Members.Editor}");
        (await portal.EndMemberAsync(PortalApp.LangSon, account.Id, manager)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.NotFound);
    }

    [Fact]
    public async Task An_invitation_is_worth_nothing_once_the_person_is_no_member()
    {
        await using var portal = await PortalApp.StartAsync();
        var manager = await portal.AddManagerAsync(PortalApp.LangSon);
        var invited = (await portal.InviteAsync(PortalApp.LangSon, new Invitation("Nguyễn Văn An", People.Email, []), manager)).Value;

        await portal.EndMemberAsync(PortalApp.LangSon, invited.AccountId, manager);

        (await portal.Http.GetPageAsync(invited.Link!)).Status.ShouldBe(HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Members_of_another_site_are_not_there()
    {
        await using var portal = await PortalApp.StartAsync();
        var manager = await portal.AddManagerAsync(PortalApp.LangSon);
        var account = await portal.AddAccountAsync();
        await portal.JoinAsync(account, PortalApp.VinhLong, Members.Editor);

        (await portal.ChangeMemberAsync(PortalApp.LangSon, account.Id, [], manager)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.NotFound);
        (await portal.EndMemberAsync(PortalApp.LangSon, account.Id, manager)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.NotFound);

        (await portal.MembersAsync(PortalApp.VinhLong)).ShouldHaveSingleItem().Roles.ShouldBe([Members.Editor]);
    }

    [Fact]
    public async Task Nobody_takes_the_management_of_users_from_themselves()
    {
        await using var portal = await PortalApp.StartAsync();
        var manager = await portal.AddManagerAsync(PortalApp.LangSon);
        await portal.JoinAsync(await portal.AddAccountAsync(), PortalApp.LangSon, Members.Manager);
        const string refused = "You cannot take the management of users from yourself. Somebody else who has it can.";

        (await portal.ChangeMemberAsync(PortalApp.LangSon, manager.AccountId!.Value, [Members.Editor], manager)).Refusals.ShouldHaveSingleItem().Message.ShouldBe(refused);
        (await portal.EndMemberAsync(PortalApp.LangSon, manager.AccountId.Value, manager)).Refusals.ShouldHaveSingleItem().Message.ShouldBe(refused);

        (await portal.ChangeMemberAsync(PortalApp.LangSon, manager.AccountId.Value, [Members.Editor, Members.Manager], manager)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task The_last_who_can_manage_users_stays_whoever_asks()
    {
        await using var portal = await PortalApp.StartAsync();
        var last = (await portal.AddManagerAsync(PortalApp.LangSon)).AccountId!.Value;
        await portal.AddManagerAsync(PortalApp.VinhLong);
        // Neither a disabled account nor one whose invitation lies unanswered can take over.
        await portal.JoinAsync(await portal.AddAccountAsync("bi.khoa", null, change: account => account.IsDisabled = true), PortalApp.LangSon, Members.Manager);
        await portal.JoinAsync(await portal.AddAccountAsync("chua.vao", null, password: null), PortalApp.LangSon, Members.Manager);
        const string refused = "This is the last person who can manage the users of the site. Give somebody else that role first.";

        (await portal.ChangeMemberAsync(PortalApp.LangSon, last, [Members.Editor], Sites.Administrator)).Refusals.ShouldHaveSingleItem().Message.ShouldBe(refused);
        (await portal.EndMemberAsync(PortalApp.LangSon, last, Sites.Administrator)).Refusals.ShouldHaveSingleItem().Message.ShouldBe(refused);

        await portal.JoinAsync(await portal.AddAccountAsync(), PortalApp.LangSon, Members.Manager);
        (await portal.EndMemberAsync(PortalApp.LangSon, last, Sites.Administrator)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Of_two_who_remove_each_other_at_the_same_moment_one_stays()
    {
        await using var portal = await PortalApp.StartAsync();
        var first = await portal.AddManagerAsync(PortalApp.LangSon);
        var account = await portal.AddAccountAsync();
        await portal.JoinAsync(account, PortalApp.LangSon, Members.Manager);
        var second = Actor.Person(account.Id, account.DisplayName, ["ManageUsers"]);

        var results = await Task.WhenAll(
            portal.EndMemberAsync(PortalApp.LangSon, account.Id, first), portal.EndMemberAsync(PortalApp.LangSon, first.AccountId!.Value, second));

        results.Count(result => result.Succeeded).ShouldBe(1);
        (await portal.MembersAsync(PortalApp.LangSon)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Without_permission_nobodys_roles_are_changed_or_lifted_above_ones_own()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddManagerAsync(PortalApp.LangSon);
        var account = await portal.AddAccountAsync();
        await portal.JoinAsync(account, PortalApp.LangSon, Members.Editor);
        var editor = Actor.Person(9, "Trần Thị Bình", ["EditContent"]);
        var half = Actor.Person(9, "Trần Thị Bình", ["ManageUsers"]);

        (await portal.ChangeMemberAsync(PortalApp.LangSon, account.Id, [], editor)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Forbidden);
        (await portal.EndMemberAsync(PortalApp.LangSon, account.Id, editor)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Forbidden);
        (await portal.ChangeMemberAsync(PortalApp.LangSon, account.Id, [Members.Editor, Members.Manager], half)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Forbidden);
        (await portal.ChangeMemberAsync(PortalApp.LangSon, account.Id, ["Vai trò lạ"], half)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Invalid);

        (await portal.ChangeMemberAsync(PortalApp.LangSon, account.Id, [Members.Editor], half)).Succeeded.ShouldBeTrue("Keeping a role gives none.");
    }
}
