namespace OrchardSite.Media;

/// <summary>The address of a file inside its site: <c>/media/hinh-anh/a.jpg?v=0123abcd</c>, where <c>v</c> changes with the content.</summary>
internal static class MediaAddress
{
    public const string PathStart = "/media/";

    public const string FingerprintKey = "v";

    private const string QueryStart = "?" + FingerprintKey + "=";

    public static string Of(string path, string fingerprint) => $"{PathStart}{Escape(path)}{QueryStart}{fingerprint}";

    public static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>Changes with the content, and with what stays in sight of it.</summary>
    public static string Fingerprint(string sha256, PictureFocus? focus) => sha256[..8] + focus;

    /// <summary>Takes the address of a known file apart.</summary>
    /// <param name="start">Everything before the query.</param>
    /// <param name="escapedPath">The path as the address has it.</param>
    public static bool TryRead(string address, out ReadOnlySpan<char> start, out ReadOnlySpan<char> escapedPath, out ReadOnlySpan<char> fingerprint)
    {
        start = escapedPath = fingerprint = default;
        var path = address.IndexOf(PathStart, StringComparison.Ordinal);
        var query = address.IndexOf(QueryStart, StringComparison.Ordinal);
        if (path < 0 || query < path)
        {
            return false;
        }

        start = address.AsSpan(0, query);
        escapedPath = address.AsSpan((path + PathStart.Length)..query);
        fingerprint = address.AsSpan(query + QueryStart.Length);
        var end = fingerprint.IndexOf('&');
        fingerprint = end < 0 ? fingerprint : fingerprint[..end];
        return true;
    }
}
