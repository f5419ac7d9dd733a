using System.Net;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Users;

public sealed class SignInLimitTests
{
    [Fact]
    public async Task Who_tries_too_often_for_one_name_is_asked_to_wait_and_others_are_not()
    {
        await using var portal = await PortalApp.StartAsync(new Dictionary<string, string?> { ["SignInLimits:PerName"] = "3" });
        await portal.AddAccountAsync();
        using var browser = portal.Client();
        for (var number = 0; number < 3; number++)
        {
            (await browser.SignInAsync("khong.co.ai", "x", "/xttm-lang-son/sign-in")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        var refused = await browser.SignInAsync(" Khong.Co.Ai ", "x");

        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.TextOf("[role=alert]").ShouldBe("Bạn đã thử quá nhiều lần. Vui lòng chờ 5 phút rồi thử lại.");
        refused.Response.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5));
        refused.Document.QuerySelector("#userName")!.GetAttribute("value").ShouldBe(" Khong.Co.Ai ");
        (await browser.SignInAsync(People.UserName, People.Password)).IsSignedIn().ShouldBeTrue();
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-in/code")]
    [InlineData("/sign-in/reset")]
    [InlineData("/sign-in/password")]
    [InlineData("/sign-in/link")]
    public async Task Whatever_is_tried_one_address_tries_only_so_often(string path)
    {
        await using var portal = await PortalApp.StartAsync(new Dictionary<string, string?> { ["SignInLimits:PerAddress"] = "2" });
        using var browser = portal.Client();
        var token = (await browser.GetPageAsync("/sign-in")).Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answers = new List<HttpStatusCode>();

        for (var number = 0; number < 3; number++)
        {
            answers.Add((await browser.PostAsync("/xttm-vinh-long" + path, ("__RequestVerificationToken", token))).Status);
        }

        answers[..2].ShouldNotContain(HttpStatusCode.TooManyRequests);
        answers[2].ShouldBe(HttpStatusCode.TooManyRequests);
        (await browser.GetPageAsync("/sign-in")).Status.ShouldBe(HttpStatusCode.OK, "Looking is no try.");
    }
}
