using System.Globalization;
using OrchardSite.Content;
using OrchardSite.Data;
using OrchardSite.Directives.Signatures;
using OrchardSite.Media;
using OrchardSite.Theming;

namespace OrchardSite.Directives;

/// <summary>The files of a document with what a reader needs to be sure of them. Scoped.</summary>
internal sealed class DirectiveFiles(MediaIndex media, FileSignatures signatures, Downloads downloads)
{
    private const double Kilobyte = 1024;
    private const string PdfType = "application/pdf";

    /// <param name="part">The part with the field <c>Files</c>.</param>
    public async Task<Shape[]> BuildAsync(ContentView item, string part, PageRendering page)
    {
        var found = new List<(string Path, MediaEntry File)>();
        foreach (var path in item.Texts(part, "Files", "Paths"))
        {
            page.Shows(CacheTag.Media(path));
            if (await media.FindAsync(page.Tenant!.Id, path, page.AsOf) is { } file)
            {
                found.Add((path, file));
            }
        }

        // As of when the page was drawn: no download evicts it.
        var times = found.Count == 0 ? null : await downloads.OfAsync(found.ConvertAll(one => one.File.Path));
        var files = new List<Shape>();
        foreach (var (path, file) in found)
        {
            files.Add(new Shape
            {
                ["Url"] = page.Url(file.Address),
                ["Name"] = Path.GetFileName(path),
                ["Extension"] = Path.GetExtension(path),
                ["IsPdf"] = file.ContentType == PdfType,
                ["SizeText"] = SizeText(file.Size, page.Culture),
                ["Downloads"] = times!.TryGetValue(file.Path, out var count) ? count.ToString("N0", page.Culture) : null,
                ["Sha256"] = file.Sha256,
                ["Signatures"] = (await signatures.OfAsync(file)).Select(signature => ShapeOf(signature, page)).ToArray(),
            });
        }

        return files.ToArray();
    }

    private static Shape ShapeOf(PdfSignature signature, PageRendering page) => new()
    {
        ["Signer"] = signature.Signer,
        ["Time"] = signature.SignedAt is { } time ? TimeZoneInfo.ConvertTime(time, page.Settings.TimeZone).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture) : null,
        ["IsIntact"] = signature.IsIntact,
        ["IsWhole"] = signature.IsWhole,
    };

    private static string SizeText(long bytes, CultureInfo culture) => bytes < Kilobyte * Kilobyte
        ? string.Create(culture, $"{Math.Max(1, Math.Round(bytes / Kilobyte)):0} KB")
        : string.Create(culture, $"{bytes / (Kilobyte * Kilobyte):0.#} MB");
}
