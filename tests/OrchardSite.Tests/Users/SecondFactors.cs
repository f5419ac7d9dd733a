using OrchardSite.Tests.Hosting;
using OrchardSite.Users.SecondFactor;

namespace OrchardSite.Tests.Users;

/// <summary>An app on a phone that was given the key that a page shows.</summary>
internal sealed class AuthenticatorApp(Page page)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private readonly byte[] _key = Read(page.TextOf(".key")!.Replace(" ", ""));

    public string Code(PortalApp portal) => TimeCode.At(_key, portal.Clock.GetUtcNow());

    private static byte[] Read(string typed) => string.Concat(typed.Select(letter => Alphabet.IndexOf(letter).ToString("B5")))
        .Chunk(8).Select(bits => Convert.ToByte(new string(bits), 2)).ToArray();
}

internal static class SecondFactors
{
    public const string Path = "/account/second-factor";

    /// <summary>Nguyễn Văn An sets up the second factor, and signs out.</summary>
    public static async Task<(AuthenticatorApp App, IReadOnlyList<string> RecoveryCodes)> TurnOnSecondFactorAsync(this PortalApp portal)
    {
        using var browser = portal.Client();
        await browser.SignInAsync(People.UserName, People.Password);
        await browser.SubmitAsync(await browser.GetPageAsync(Path), Path, ("current", People.Password));
        var page = await browser.GetPageAsync(Path);
        var app = new AuthenticatorApp(page);
        var confirmed = await browser.SubmitFormAsync(page, "form[action*=Confirm]", ("code", app.Code(portal)));
        await browser.SubmitAsync(await browser.GetPageAsync("/sign-out"), "/sign-out");
        return (app, confirmed.TextsOf(".codes code"));
    }

    /// <summary>Tries to sign in with the password and this code.</summary>
    public static async Task<Page> TryCodeAsync(this PortalApp portal, string code)
    {
        using var browser = portal.Client();
        await browser.SignInAsync(People.UserName, People.Password);
        return await browser.SubmitAsync(await browser.GetPageAsync("/sign-in/code"), "/sign-in/code", ("code", code));
    }

    /// <summary>A browser in which Nguyễn Văn An is signed in, a minute later.</summary>
    public static async Task<HttpClient> EnterAsync(this PortalApp portal, AuthenticatorApp app)
    {
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var browser = portal.Client();
        await browser.SignInAsync(People.UserName, People.Password);
        await browser.SubmitAsync(await browser.GetPageAsync("/sign-in/code"), "/sign-in/code", ("code", app.Code(portal)));
        return browser;
    }
}
