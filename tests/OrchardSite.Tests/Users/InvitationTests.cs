using System.Net;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;
using OrchardSite.Users.Accounts;
using OrchardSite.Users.Members;

namespace OrchardSite.Tests.Users;

public sealed class InvitationTests
{
    private static readonly Invitation An = new("Nguyễn Văn An", People.Email, [Members.Editor]);

    [Fact]
    public async Task An_invited_person_gets_a_letter_sets_a_password_and_is_a_member()
    {
        await using var server = new MailServer();
        await using var portal = await PortalApp.StartAsync(server.Settings);
        var manager = await portal.AddManagerAsync(PortalApp.LangSon);

        var invited = (await portal.InviteAsync(PortalApp.LangSon, An, manager, "vi")).Value;

        (invited.IsMailed, invited.Link).ShouldBe((true, null));
        var letter = server.Next();
        letter.Subject.ShouldBe("Lời mời tham gia Trung tâm Xúc tiến thương mại Lạng Sơn");
        var link = new Uri(letter.TextBody!.Split((char[]?)null).Single(word => word.StartsWith("https://", StringComparison.Ordinal))).PathAndQuery;
        using var browser = portal.Client();
        await AcceptAsync(browser, link);
        (await browser.SignInAsync(People.Email, People.Password, "/xttm-lang-son/sign-in")).IsSignedIn().ShouldBeTrue();
        (await browser.GetPageAsync("/xttm-lang-son/account")).TextsOf(".sites li").ShouldBe([$"Trung tâm Xúc tiến thương mại Lạng Sơn {Members.Editor}"]);
        (await portal.ReadAccountAsync(invited.AccountId)).EmailConfirmed.ShouldBeTrue();
        (await portal.AuditOfAsync(PortalApp.LangSon, nameof(InvitePerson))).ShouldHaveSingleItem().Detail.ShouldBe($"{People.Email}: {Members.Editor}");
        (await portal.AuditOfAsync(PortalApp.Department, nameof(InvitePerson))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_mail_the_link_is_handed_over_works_for_seven_days_and_proves_no_address()
    {
        await using var portal = await PortalApp.StartAsync();
        var manager = await portal.AddManagerAsync(PortalApp.LangSon);
        var first = (await portal.InviteAsync(PortalApp.LangSon, An, manager)).Value;
        first.IsMailed.ShouldBeFalse();
        portal.Clock.Advance(TimeSpan.FromDays(7.1));
        using var browser = portal.Client();
        (await browser.GetPageAsync("/xttm-lang-son" + first.Link)).Status.ShouldBe(HttpStatusCode.Gone);

        var second = (await portal.InviteAsync(PortalApp.LangSon, An, manager)).Value;

        second.AccountId.ShouldBe(first.AccountId);
        await AcceptAsync(browser, "/xttm-lang-son" + second.Link);
        (await browser.SignInAsync(People.Email, People.Password)).IsSignedIn().ShouldBeTrue();
        (await portal.ReadAccountAsync(first.AccountId)).EmailConfirmed.ShouldBeFalse();
        (await portal.InviteAsync(PortalApp.LangSon, An, manager)).Refusals.ShouldHaveSingleItem().Message.ShouldBe("This person belongs to the site already.");
    }

    [Fact]
    public async Task A_letter_that_cannot_be_sent_becomes_a_link_to_hand_over()
    {
        await using var server = new MailServer { AnswerToSender = "550 not from you" };
        await using var portal = await PortalApp.StartAsync(server.Settings);
        var manager = await portal.AddManagerAsync(PortalApp.LangSon);

        var invited = (await portal.InviteAsync(PortalApp.LangSon, An, manager)).Value;

        (await portal.Http.GetPageAsync(invited.Link.ShouldNotBeNull())).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_has_an_account_joins_with_it_and_is_told()
    {
        await using var server = new MailServer();
        await using var portal = await PortalApp.StartAsync(server.Settings);
        var account = await portal.AddAccountAsync(change: account => account.EmailConfirmed = true);
        await portal.JoinAsync(account, PortalApp.VinhLong, Members.Editor);
        var manager = await portal.AddManagerAsync(PortalApp.LangSon);

        var invited = (await portal.InviteAsync(PortalApp.LangSon, An with { Email = " AN.Nguyen@example.vn " }, manager, "vi")).Value;

        invited.ShouldBe(new Invited(account.Id, IsMailed: true, Link: null));
        var letter = server.Next();
        (letter.Subject, letter.TextBody!.Contains("token=", StringComparison.Ordinal)).ShouldBe(("Bạn đã được thêm vào Trung tâm Xúc tiến thương mại Lạng Sơn", false));
        (await portal.MembersAsync(PortalApp.LangSon)).ShouldContain(member => member.AccountId == account.Id);
    }

    [Fact]
    public async Task An_account_whose_address_is_not_confirmed_is_added_by_a_host_administrator_alone()
    {
        await using var portal = await PortalApp.StartAsync();
        var stranger = await portal.AddManagerAsync(PortalApp.VinhLong);
        var manager = await portal.AddManagerAsync(PortalApp.LangSon);
        await portal.InviteAsync(PortalApp.VinhLong, An, stranger);

        (await portal.InviteAsync(PortalApp.LangSon, An, manager)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Conflict);
        (await portal.MembersAsync(PortalApp.LangSon)).Count.ShouldBe(1);

        (await portal.InviteAsync(PortalApp.LangSon, An, Sites.Administrator)).Succeeded.ShouldBeTrue();
        (await portal.InviteAsync(PortalApp.VinhLong, An, stranger)).Refusals.ShouldHaveSingleItem().Kind.ShouldBe(RefusalKind.Conflict, "A new link would open what the other site gives.");
    }

    [Fact]
    public async Task Nobody_is_invited_without_permission_or_above_whoever_invites()
    {
        await using var portal = await PortalApp.StartAsync();
        var manager = await portal.AddManagerAsync(PortalApp.LangSon);

        (await portal.InviteAsync(PortalApp.LangSon, An, Actor.Person(9, "Trần Thị Bình", ["EditContent"]))).Refusals.ShouldHaveSingleItem()
            .ShouldBe(new Refusal(RefusalKind.Forbidden, "You may not manage users: the permission ManageUsers is missing."));
        (await portal.InviteAsync(PortalApp.LangSon, An with { Roles = [Members.Manager] }, Actor.Person(9, "Trần Thị Bình", ["ManageUsers"]))).Refusals.ShouldHaveSingleItem()
            .ShouldBe(new Refusal(RefusalKind.Forbidden, $"You may not give the role {Members.Manager}: it allows more than you may do.", "Roles"));
        (await portal.InviteAsync(PortalApp.LangSon, An with { Roles = [Members.Manager] }, manager)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Every_field_of_an_invitation_is_told_what_is_wrong_with_it()
    {
        await using var portal = await PortalApp.StartAsync();
        var manager = await portal.AddManagerAsync(PortalApp.LangSon);

        var refusals = (await portal.InviteAsync(PortalApp.LangSon, new Invitation(" ", "không phải thư", ["Vai trò lạ"]), manager)).Refusals;

        refusals.Select(refusal => (refusal.Kind, refusal.Field)).ShouldBe([
            (RefusalKind.Invalid, "DisplayName"), (RefusalKind.Invalid, "Email"), (RefusalKind.Invalid, "Roles"),
        ]);
        foreach (var email in new[] { "", "an", "an@", "An <an@example.vn>", "a n@example.vn", "án@example.vn", new string('a', 100) + "@example.vn" })
        {
            (await portal.InviteAsync(PortalApp.LangSon, An with { Email = email }, manager)).Refusals.ShouldHaveSingleItem().Field.ShouldBe("Email", email);
        }
    }

    [Fact]
    public async Task A_disabled_account_is_not_invited()
    {
        await using var portal = await PortalApp.StartAsync();
        await portal.AddAccountAsync(change: account => account.IsDisabled = true);

        (await portal.InviteAsync(PortalApp.LangSon, An, Sites.Administrator)).Refusals.ShouldHaveSingleItem().Message.ShouldBe("The account with this e-mail address is disabled.");
    }

    private static async Task AcceptAsync(HttpClient browser, string link)
    {
        var page = await browser.GetPageAsync(link);
        page.TextOf("main p").ShouldNotBeNull().ShouldContain("Nguyễn Văn An");
        (await browser.SubmitAsync(page, link, ("password", People.Password), ("repeated", People.Password))).Location().ShouldBe("/xttm-lang-son/sign-in?passwordSaved=true");
    }
}
