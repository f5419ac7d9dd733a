using Microsoft.Playwright;

namespace OrchardSite.Browser.Tests;

/// <summary>A reader's tab, with everything that went wrong in it.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly Uri _portal;
    private readonly List<string> _faults = [];

    internal Visit(IBrowserContext context, IPage page, Uri portal)
    {
        (_context, Page, _portal) = (context, page, portal);
        page.Console += (_, message) => Note(message.Type == "error" && !IsAboutStatus(message), $"console: {message.Text}");
        page.PageError += (_, error) => Note(true, $"script: {error}");
        page.RequestFailed += (_, request) => Note(true, $"failed: {request.Url} {request.Failure}");
        page.Request += (_, request) => Note(IsElsewhere(request.Url), $"another host: {request.Url}");
        page.Response += (_, response) => Note(response.Status >= 400 && response.Request.ResourceType != "document", $"{response.Status}: {response.Url}");
    }

    public IPage Page { get; }

    public int Status { get; private set; }

    /// <summary>What the console, the network and the scripts complained of.</summary>
    public IReadOnlyList<string> Faults => _faults;

    public async Task GoAsync(string path)
    {
        var response = await Page.GotoAsync(path);
        Status = response!.Status;
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    /// <summary>How many pixels of the page do not fit in the width of the screen.</summary>
    public Task<int> OverflowAsync() => Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public Task<bool> HasFocusAsync(string selector) => Page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector);

    public ValueTask DisposeAsync() => _context.DisposeAsync();

    private bool IsElsewhere(string url) => !url.StartsWith("data:", StringComparison.Ordinal) && new Uri(url).Authority != _portal.Authority;

    // The page's own status, such as 404 of a page that is meant to be missing.
    private bool IsAboutStatus(IConsoleMessage message) => message.Text.Contains("the server responded with a status of", StringComparison.Ordinal);

    private void Note(bool isFault, string fault)
    {
        if (isFault)
        {
            _faults.Add(fault);
        }
    }
}
