using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Users;

/// <summary>Fills in the forms of a page as a person with a browser does.</summary>
internal static class Forms
{
    /// <summary>Sends the page's form in <c>main</c> with its hidden fields and these.</summary>
    /// <param name="path">Where the page itself is, which is where a form without an address of its own goes.</param>
    public static Task<Page> SubmitAsync(this HttpClient client, Page page, string path, params (string Name, string Value)[] fields)
    {
        var form = (IHtmlFormElement)page.Document.QuerySelector("main form").ShouldNotBeNull();
        var hidden = form.QuerySelectorAll("input[type=hidden], input[hidden]").Cast<IHtmlInputElement>().Select(input => (input.Name!, input.Value));
        return client.PostAsync(form.GetAttribute("action") ?? path, [.. hidden, .. fields]);
    }

    /// <summary>Sends one of several forms of a page.</summary>
    public static Task<Page> SubmitFormAsync(this HttpClient client, Page page, string selector, params (string Name, string Value)[] fields) =>
        Hosting.Forms.SubmitAsync(client, page, selector, fields);

    public static Task<Page> PostAsync(this HttpClient client, string path, params (string Name, string Value)[] fields) =>
        client.SendPageAsync(new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        });

    public static async Task<Page> SignInAsync(this HttpClient client, string userName, string password, string path = "/sign-in") =>
        await client.SubmitAsync(await client.GetPageAsync(path), path, ("userName", userName), ("password", password));

    public static bool IsSignedIn(this Page page) => page.Response.Headers.TryGetValues("Set-Cookie", out var cookies)
        && cookies.Any(cookie => cookie.StartsWith("orchardsite=", StringComparison.Ordinal) && !cookie.StartsWith("orchardsite=;", StringComparison.Ordinal));

    public static string Location(this Page page) => page.Response.Headers.Location.ShouldNotBeNull().OriginalString;

    public static string Cookie(this Page page, string name) =>
        page.Response.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith(name + "=", StringComparison.Ordinal));

    public static void ShouldNotBeKept(this HttpResponseHeaders headers) => headers.CacheControl.ShouldNotBeNull().NoStore.ShouldBeTrue();
}
