using System.Net;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Users;

namespace OrchardSite.Tests.Admin;

public sealed class LanguageTests
{
    private const string Home = "/xttm-lang-son/Admin";

    [Fact]
    public async Task A_person_works_in_their_own_language_while_readers_keep_that_of_the_site()
    {
        await using var portal = await PortalApp.StartAsync();
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);
        var page = await browser.GetPageAsync(Home);

        var answer = await browser.PressAsync(page, "form:has([value=en]) button");

        (answer.Status, answer.Location()).ShouldBe((HttpStatusCode.Found, Home));
        var english = await browser.GetPageAsync(Home);
        (english.Document.DocumentElement.GetAttribute("lang"), english.TextOf("h1")).ShouldBe(("en", "Hello, Nguyễn Văn An"));
        (await browser.GetPageAsync("/xttm-lang-son/account")).TextOf("h1").ShouldBe("My account");
        (await browser.GetPageAsync("/Admin")).TextOf("main").ShouldNotBeNull().ShouldContain("do not include: Use the dashboard.");
        (await browser.GetPageAsync("/xttm-lang-son/")).Document.DocumentElement.GetAttribute("lang").ShouldBe("vi");
        (await browser.PressAsync(english, "form:has([value=vi]) button")).Status.ShouldBe(HttpStatusCode.Found);
        (await browser.GetPageAsync(Home)).TextOf("h1").ShouldBe("Xin chào, Nguyễn Văn An");
    }

    [Theory]
    [InlineData("de", Home, HttpStatusCode.NotFound, null)]
    [InlineData("en", "https://example.com/", HttpStatusCode.Found, Home)]
    [InlineData("en", "//example.com", HttpStatusCode.Found, Home)]
    [InlineData("en", "", HttpStatusCode.Found, Home)]
    public async Task Only_languages_that_there_are_are_chosen_and_nobody_is_sent_to_another_host(string language, string returnUrl, HttpStatusCode status, string? expected)
    {
        await using var portal = await PortalApp.StartAsync();
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);

        var answer = await browser.PressAsync(await browser.GetPageAsync(Home), "form:has([value=en]) button", ("language", language), ("returnUrl", returnUrl));

        (answer.Status, answer.Response.Headers.Location?.OriginalString).ShouldBe((status, expected));
    }

    [Fact]
    public async Task A_made_up_cookie_changes_nothing_and_a_form_of_another_site_is_refused()
    {
        await using var portal = await PortalApp.StartAsync();
        using var browser = await portal.SignedInAsync(PortalApp.LangSon, Editors.Editor);

        (await browser.PostAsync("/xttm-lang-son/Admin/Language", ("language", "en"))).Status.ShouldBe(HttpStatusCode.BadRequest);

        (await portal.Http.GetPageAsync("/sign-in", ("Cookie", "orchardsite-language=xx"))).TextOf("h1").ShouldBe("Đăng nhập");
    }
}
