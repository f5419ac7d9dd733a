using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace OrchardSite.Browser.Tests.Browsing;

/// <summary>A page that is open in the browser, and what went wrong while it was loaded and used.</summary>
public sealed class Visit
{
    private readonly Uri _site;
    private readonly ConcurrentQueue<string> _faults = [];
    private string _document = "about:blank";

    public Visit(IPage page, Uri site)
    {
        (Page, _site) = (page, site);
        page.Console += (_, message) => Note(message);
        page.PageError += (_, error) => _faults.Enqueue($"script: {error}");
        page.Request += (_, request) => Note(request);
        page.RequestFailed += (_, request) => NoteFailure(request);
        page.Response += (_, response) => Note(response);
    }

    public IPage Page { get; }

    /// <summary>What the server answered to the address that was opened.</summary>
    public IResponse Answer { get; private set; } = null!;

    /// <summary>Errors of scripts and of the console, requests that failed and requests to other hosts.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    public async Task OpenAsync(string path) => Answer = (await Page.GotoAsync(path))!;

    public Task<T> EvaluateAsync<T>(string script) => Page.EvaluateAsync<T>(script);

    /// <summary>By how many pixels the page is wider than its window.</summary>
    public Task<int> OverflowAsync() => EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public async Task<string> PictureAsync()
    {
        var file = Path.Combine(Path.GetTempPath(), $"orchardsite-browser-{Guid.NewGuid():N}.png");
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = file, FullPage = true });
        return file;
    }

    // That the page itself was not found is the server's answer, which tests look at on its own.
    private void Note(IConsoleMessage message)
    {
        var isAnswer = message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && message.Location.StartsWith(_document, StringComparison.Ordinal);
        if (message.Type is "error" or "warning" && !isAnswer)
        {
            _faults.Enqueue($"console: {message.Text} ({message.Location})");
        }
    }

    private void NoteFailure(IRequest request)
    {
        // The browser leaves a page for a file that it downloads, and stays where it was.
        if (!request.IsNavigationRequest || request.Failure != "net::ERR_ABORTED")
        {
            _faults.Enqueue($"failed: {request.Url} ({request.Failure})");
        }
    }

    private void Note(IRequest request)
    {
        if (request.IsNavigationRequest)
        {
            _document = request.Url;
        }

        if (new Uri(request.Url) is { Scheme: not ("data" or "blob") } address && address.Authority != _site.Authority)
        {
            _faults.Enqueue($"another host: {request.Url}");
        }
    }

    private void Note(IResponse response)
    {
        if (response.Status >= 400 && !response.Request.IsNavigationRequest)
        {
            _faults.Enqueue($"{response.Status}: {response.Url}");
        }
    }
}
