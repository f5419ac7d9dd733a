using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace OrchardSite;

/// <summary>Which requests are worth counting: those of people who read, as far as a request tells.</summary>
public static partial class ReaderRequest
{
    /// <returns>False for robots, for what a browser asks for ahead, and for those who are signed in and work on the site.</returns>
    public static bool IsOfReader(HttpContext context)
    {
        var headers = context.Request.Headers;
        return !IsAhead(headers["Sec-Purpose"]) && !IsAhead(headers["Purpose"])
            && headers.UserAgent.ToString() is { Length: > 0 } browser && !Robots().IsMatch(browser)
            && context.User.Identity?.IsAuthenticated != true;
    }

    private static bool IsAhead(string? purpose) => purpose?.Contains("prefetch", StringComparison.OrdinalIgnoreCase) == true;

    [GeneratedRegex("bot|crawl|spider|slurp|preview|facebookexternalhit|monitor|curl|wget|python|java/|okhttp|headless|feed|scan", RegexOptions.IgnoreCase)]
    private static partial Regex Robots();
}
