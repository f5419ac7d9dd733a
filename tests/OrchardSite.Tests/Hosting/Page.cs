using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace OrchardSite.Tests.Hosting;

/// <summary>An answer as a reader gets it.</summary>
public sealed class Page(HttpResponseMessage response, string body)
{
    private readonly Lazy<IHtmlDocument> _document = new(() => new HtmlParser().ParseDocument(body));

    public HttpStatusCode Status => response.StatusCode;

    public HttpResponseMessage Response => response;

    public string Body => body;

    /// <summary>The body read as HTML.</summary>
    public IHtmlDocument Document => _document.Value;

    /// <summary>The text of the first element that the selector finds, without the space around and within; null where there is none.</summary>
    public string? TextOf(string selector) => Document.QuerySelector(selector) is { } element ? Squeeze(element.TextContent) : null;

    public IReadOnlyList<string> TextsOf(string selector) => [.. Document.QuerySelectorAll(selector).Select(element => Squeeze(element.TextContent))];

    private static string Squeeze(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

public static class PageRequests
{
    public static Task<Page> GetPageAsync(this HttpClient client, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return client.SendPageAsync(request);
    }

    public static async Task<Page> SendPageAsync(this HttpClient client, HttpRequestMessage request)
    {
        var token = TestContext.Current.CancellationToken;
        var response = await client.SendAsync(request, token);
        return new Page(response, await response.Content.ReadAsStringAsync(token));
    }
}
