using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Recipes;
using OrchardSite.Tests.Tenants;
using OrchardSite.Users.Mail;

namespace OrchardSite.Tests.Users;

public sealed class MailerTests
{
    private static readonly Letter Greeting = new("Nguyễn Văn An", People.Email, "Chào bạn từ Lạng Sơn", "Chợ Kỳ Lừa họp phiên.\n.\nHẹn gặp lại.");

    [Fact]
    public async Task A_letter_arrives_as_it_was_written()
    {
        await using var server = new MailServer();
        await using var portal = await PortalApp.StartAsync(server.Settings);

        (await SendAsync(portal)).ShouldBeTrue();

        var letter = server.Next();
        letter.From.ToString().ShouldBe("\"Cổng thông tin\" <cong@example.vn>");
        letter.To.Mailboxes.ShouldHaveSingleItem().ShouldSatisfyAllConditions(to => to.Name.ShouldBe("Nguyễn Văn An"), to => to.Address.ShouldBe(People.Email));
        (letter.Subject, letter.TextBody!.ReplaceLineEndings("\n").TrimEnd()).ShouldBe((Greeting.Subject, Greeting.Text));
        server.Credentials.ShouldBeNull();
    }

    [Fact]
    public async Task Where_the_server_asks_the_portal_says_who_it_is()
    {
        await using var server = new MailServer();
        await using var portal = await PortalApp.StartAsync(new Dictionary<string, string?>(server.Settings) { ["Mail:UserName"] = "cong", ["Mail:Password"] = "bí mật" });

        (await SendAsync(portal)).ShouldBeTrue();

        server.Credentials.ShouldNotBeNull().Trim('\0').ShouldBe("cong\0bí mật");
    }

    [Fact]
    public async Task A_letter_that_cannot_be_handed_over_is_told_of_and_stops_nothing()
    {
        await using var server = new MailServer { AnswerToSender = "550 not from you" };
        await using var portal = await PortalApp.StartAsync(server.Settings);
        (await SendAsync(portal)).ShouldBeFalse();

        await using var insecure = await PortalApp.StartAsync(new Dictionary<string, string?>(server.Settings) { ["Mail:Security"] = "StartTls" });
        (await SendAsync(insecure)).ShouldBeFalse("The server speaks in the clear only.");

        await using var deaf = await PortalApp.StartAsync(new Dictionary<string, string?>(server.Settings) { ["Mail:Port"] = "1" });
        (await SendAsync(deaf)).ShouldBeFalse();
        server.IsEmpty().ShouldBeTrue();
    }

    [Fact]
    public async Task Links_in_letters_begin_with_what_the_settings_say()
    {
        await using var server = new MailServer();
        await using var portal = await PortalApp.StartAsync(server.Settings);
        (await AddressAsync(portal, PortalApp.Department), await AddressAsync(portal, PortalApp.LangSon)).ShouldBe(("https://cong.example.vn", "https://cong.example.vn/xttm-lang-son"));

        await portal.AddSiteAsync("rieng", "", "rieng.example.vn");
        (await AddressAsync(portal, "rieng")).ShouldBe("https://rieng.example.vn");
        await portal.RunAsync(RecipeFiles.Recipe("""{ "name": "settings", "BaseUrl": "http://langson.example.vn" }"""));
        (await AddressAsync(portal, PortalApp.LangSon)).ShouldBe("http://langson.example.vn/xttm-lang-son");
    }

    [Theory]
    [InlineData("Mail:Host")]
    [InlineData("Mail:From")]
    [InlineData("Mail:PortalAddress")]
    public async Task Without_one_of_the_settings_there_is_no_mail(string setting)
    {
        await using var server = new MailServer();
        await using var portal = await PortalApp.StartAsync(new Dictionary<string, string?>(server.Settings) { [setting] = "" });

        (await AddressAsync(portal, PortalApp.LangSon)).ShouldBeNull();
    }

    private static Task<string?> AddressAsync(PortalApp portal, string tenant) =>
        portal.InTenantAsync(tenant, async services => (await services.GetRequiredService<Mailer>().FindSiteAsync())?.Address);

    private static Task<bool> SendAsync(PortalApp portal) => portal.InTenantAsync(PortalApp.LangSon, services =>
        services.GetRequiredService<Mailer>().SendAsync(Greeting, TestContext.Current.CancellationToken));
}
