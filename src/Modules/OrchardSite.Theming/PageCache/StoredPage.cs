using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace OrchardSite.Theming.PageCache;

/// <summary>A finished response body with its entity tag; compressed once, when the first browser asks for it.</summary>
public sealed class StoredPage(byte[] body, string contentType, string cacheControl = StoredPage.Revalidate)
{
    /// <summary>The browser keeps a copy and asks each time whether it is still good.</summary>
    public const string Revalidate = "public, max-age=0, must-revalidate";

    /// <summary>For addresses that carry a fingerprint.</summary>
    public const string Immutable = "public, max-age=31536000, immutable";

    // As small as the slower levels on a page, at a fraction of their time.
    private const int BrotliQuality = 5;
    private const int BrotliWindow = 22;

    private static readonly StringValues Brotli = "br";
    private static readonly StringValues Gzip = "gzip";

    private readonly StringValues _contentType = contentType;
    private readonly StringValues _cacheControl = cacheControl;
    private readonly StringValues _etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 8))}\"";
    private byte[]? _brotli;
    private byte[]? _gzip;

    public byte[] Body => body;

    public string ETag => _etag.ToString();

    /// <summary>Bytes this page takes in memory, the compressed copies included.</summary>
    public long MemorySize => body.Length + (body.Length / 2) + 500;

    public Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        var headers = response.Headers;
        headers.ETag = _etag;
        headers.CacheControl = _cacheControl;
        headers.Vary = HeaderNames.AcceptEncoding;
        if (context.Request.Headers.IfNoneMatch is { Count: > 0 } match && Matches(match))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        headers.ContentType = _contentType;
        var bytes = body;
        var accepted = context.Request.Headers.AcceptEncoding;
        if (Accepts(accepted, "br"))
        {
            headers.ContentEncoding = Brotli;
            bytes = _brotli ??= CompressBrotli(body);
        }
        else if (Accepts(accepted, "gzip"))
        {
            // Browsers take Brotli only where the connection is encrypted.
            headers.ContentEncoding = Gzip;
            bytes = _gzip ??= CompressGzip(body);
        }

        response.ContentLength = bytes.Length;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(bytes, 0, bytes.Length, context.RequestAborted);
    }

    private bool Matches(StringValues ifNoneMatch) =>
        ifNoneMatch.Any(value => value is not null && (value == "*" || value.Contains(ETag, StringComparison.Ordinal)));

    private static bool Accepts(StringValues acceptEncoding, ReadOnlySpan<char> wanted)
    {
        foreach (var value in acceptEncoding)
        {
            foreach (var range in value.AsSpan().Split(','))
            {
                var coding = value.AsSpan(range);
                var end = coding.IndexOf(';');
                if ((end < 0 ? coding : coding[..end]).Trim().Equals(wanted, StringComparison.OrdinalIgnoreCase))
                {
                    return end < 0 || !IsRefusal(coding[(end + 1)..].Trim());
                }
            }
        }

        return false;
    }

    private static bool IsRefusal(ReadOnlySpan<char> quality) =>
        quality.StartsWith("q=", StringComparison.OrdinalIgnoreCase) && !quality[2..].ContainsAnyExcept("0.");

    private static byte[] CompressGzip(byte[] body)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal))
        {
            gzip.Write(body);
        }

        return compressed.ToArray();
    }

    private static byte[] CompressBrotli(byte[] body)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(body.Length));
        try
        {
            return BrotliEncoder.TryCompress(body, buffer, out var written, BrotliQuality, BrotliWindow)
                ? buffer.AsSpan(0, written).ToArray()
                : throw new InvalidOperationException("The page could not be compressed.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
