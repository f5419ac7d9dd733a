using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace OrchardSite.Search.Files;

/// <summary>How a text is kept: in Brotli, after a line with the reason why there is none and the hash of the text, by which damage is seen.</summary>
internal static class KeptText
{
    // Bytes of the longest text with three to a letter, and its first line.
    private const int Longest = 2 * 1024 * 1024;

    public static byte[] Pack(FileTextResult result)
    {
        var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal))
        {
            brotli.Write(Encoding.UTF8.GetBytes($"{result.Reason} {HashOf(result.Text)}\n{result.Text}"));
        }

        return packed.ToArray();
    }

    /// <returns>Null for what is damaged.</returns>
    public static FileTextResult? Unpack(byte[] packed)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Longest);
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
            var length = brotli.ReadAtLeast(bytes, Longest, throwOnEndOfStream: false);
            return Check(Encoding.UTF8.GetString(bytes, 0, length));
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static FileTextResult? Check(string kept)
    {
        var line = kept.IndexOf('\n', StringComparison.Ordinal);
        var text = kept[(line + 1)..];
        return line > 0 && kept[..line].Split(' ') is [var reason, var hash] && hash == HashOf(text) && Enum.TryParse<NoTextReason>(reason, out var read)
            ? new FileTextResult(text, read)
            : null;
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
