using System.Collections.Concurrent;
using OrchardSite.Media;

namespace OrchardSite.Directives.Signatures;

/// <summary>The signatures of the files of the library, found when they are first asked for. Bytes never change under their SHA-256, so what was found holds.</summary>
public sealed class FileSignatures(MediaStore store)
{
    private const string Pdf = "application/pdf";
    private const int MostKept = 5_000;

    // A larger file is no directive; reading it would take a page too long.
    private const long LargestRead = 60L * 1024 * 1024;

    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<PdfSignature>>>> _found = new(StringComparer.Ordinal);

    public Task<IReadOnlyList<PdfSignature>> OfAsync(MediaEntry file)
    {
        if (file.ContentType != Pdf || file.Size > LargestRead)
        {
            return Task.FromResult<IReadOnlyList<PdfSignature>>([]);
        }

        if (_found.Count >= MostKept)
        {
            _found.Clear();
        }

        return _found.GetOrAdd(file.Sha256, sha256 => new(() => ReadAsync(sha256))).Value;
    }

    private async Task<IReadOnlyList<PdfSignature>> ReadAsync(string sha256)
    {
        var path = store.FileOf(sha256);
        return File.Exists(path) ? PdfSignatures.Read(await File.ReadAllBytesAsync(path)) : [];
    }
}
