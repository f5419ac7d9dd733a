using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace OrchardSite.Media;

/// <summary>Which requests for a file are a reader who downloads it.</summary>
internal static partial class DownloadRequest
{
    private const string FromTheStart = "bytes=0-";

    public static bool IsOfReader(HttpContext context)
    {
        var headers = context.Request.Headers;
        return HttpMethods.IsGet(context.Request.Method)
            // What goes on where it was cut off, and what is read page by page in the preview, is no further download.
            && (headers.Range.Count == 0 || headers.Range == FromTheStart)
            && headers["Sec-Fetch-Mode"] != "cors"
            && !IsAhead(headers["Sec-Purpose"]) && !IsAhead(headers["Purpose"])
            // The browser has it and asks whether it is still good.
            && headers.IfNoneMatch.Count == 0 && headers.IfModifiedSince.Count == 0
            && headers.UserAgent.ToString() is { Length: > 0 } browser && !Robots().IsMatch(browser)
            && context.User.Identity?.IsAuthenticated != true;
    }

    private static bool IsAhead(string? purpose) => purpose?.Contains("prefetch", StringComparison.OrdinalIgnoreCase) == true;

    [GeneratedRegex("bot|crawl|spider|slurp|preview|facebookexternalhit|monitor|curl|wget|python|java/|okhttp|headless|feed|scan", RegexOptions.IgnoreCase)]
    private static partial Regex Robots();
}
