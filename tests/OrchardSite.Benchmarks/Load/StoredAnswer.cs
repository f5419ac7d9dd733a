namespace OrchardSite.Benchmarks.Load;

/// <summary>An answer of the portal, byte for byte, with its headers.</summary>
internal sealed record StoredAnswer(Dictionary<string, string> Headers, byte[] Body)
{
    // Kestrel writes these itself.
    private static readonly string[] Kestrels = ["Date", "Content-Length", "Transfer-Encoding"];

    public static async Task<StoredAnswer> GetAsync(HttpClient http, string url, string? acceptEncoding, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (acceptEncoding is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", acceptEncoding);
        }

        using var response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        var headers = response.Headers.Concat(response.Content.Headers)
            .Where(header => !Kestrels.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value));
        return new StoredAnswer(headers, await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }
}
