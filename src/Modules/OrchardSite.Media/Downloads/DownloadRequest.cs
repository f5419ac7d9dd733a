using Microsoft.AspNetCore.Http;

namespace OrchardSite.Media;

/// <summary>Which requests for a file are a reader who downloads it.</summary>
internal static class DownloadRequest
{
    private const string FromTheStart = "bytes=0-";

    public static bool IsOfReader(HttpContext context)
    {
        var headers = context.Request.Headers;
        return HttpMethods.IsGet(context.Request.Method)
            // What goes on where it was cut off, and what is read page by page in the preview, is no further download.
            && (headers.Range.Count == 0 || headers.Range == FromTheStart)
            && headers["Sec-Fetch-Mode"] != "cors"
            // The browser has it and asks whether it is still good.
            && headers.IfNoneMatch.Count == 0 && headers.IfModifiedSince.Count == 0
            && ReaderRequest.IsOfReader(context);
    }
}
