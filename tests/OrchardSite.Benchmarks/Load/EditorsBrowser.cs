using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace OrchardSite.Benchmarks.Load;

/// <summary>Somebody who works in the dashboard, without the scripts and style sheets of its pages.</summary>
internal sealed partial class EditorsBrowser : IDisposable
{
    private readonly HttpClient _http;

    private EditorsBrowser(string url) => _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(url) };

    public static async Task<EditorsBrowser> SignInAsync(string url, string userName, string password, CancellationToken cancellationToken)
    {
        var browser = new EditorsBrowser(url);
        var form = await browser.GetAsync("/sign-in", cancellationToken);
        await browser.PostAsync("/sign-in", form, new Dictionary<string, string> { ["UserName"] = userName, ["password"] = password }, cancellationToken);
        return browser;
    }

    /// <summary>Several browsers of one person, signed in one after the other: as many tries at the same moment would lock the account.</summary>
    public static async Task<EditorsBrowser[]> SignInAsync(string url, string userName, string password, int count, CancellationToken cancellationToken)
    {
        var browsers = new EditorsBrowser[count];
        for (var number = 0; number < count; number++)
        {
            browsers[number] = await SignInAsync(url, userName, password, cancellationToken);
        }

        return browsers;
    }

    public async Task<string> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await _http.GetAsync(path, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync(cancellationToken);
    }

    /// <summary>Sends the hidden fields of a page's form with others, and expects to be sent on.</summary>
    /// <returns>Seconds until the answer.</returns>
    public async Task<double> PostAsync(string path, string page, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken)
    {
        var all = Hidden().Matches(page).Select(match => KeyValuePair.Create(match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value)))
            .Where(field => field.Key is "__RequestVerificationToken" or "Type" or "BaseVersionId" or "NextVersionId" or "lock" or "versionId")
            .DistinctBy(field => field.Key)
            .Concat(fields);
        using var body = new FormUrlEncodedContent(all);
        var began = Stopwatch.GetTimestamp();
        using var answer = await _http.PostAsync(path, body, cancellationToken);
        await answer.Content.ReadAsByteArrayAsync(cancellationToken);
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return answer.StatusCode == HttpStatusCode.Found ? seconds : throw new InvalidOperationException($"{path} answered {answer.StatusCode}.");
    }

    /// <summary>Makes a transition of the workflow with an item of the first site.</summary>
    /// <returns>Seconds until the answer.</returns>
    public async Task<double> MoveAsync(string itemId, string transition, CancellationToken cancellationToken)
    {
        var address = $"/Admin/Contents/ContentItems/{itemId}/Workflow";
        var page = await GetAsync(address, cancellationToken);
        return await PostAsync(address + "?handler=Move", page, new Dictionary<string, string> { ["transition"] = transition, ["changeNote"] = "Cập nhật số liệu" }, cancellationToken);
    }

    /// <summary>Asks for a page again and again, and says how long the answers took in seconds.</summary>
    public async Task<List<double>> AskAsync(string path, TimeSpan duration, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < duration;)
        {
            var began = Stopwatch.GetTimestamp();
            await GetAsync(path, cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
        }

        return times;
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("<input[^>]* name=\"(?<name>[^\"]+)\"[^>]* value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();
}
