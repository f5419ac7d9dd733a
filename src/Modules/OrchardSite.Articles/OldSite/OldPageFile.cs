using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.Extensions.Localization;

namespace OrchardSite.Articles.OldSite;

/// <summary>Reads a page that was saved as text or as HTML, in whatever encoding.</summary>
public sealed class OldPageFile(OldPageReader reader, IStringLocalizer localizer)
{
    private const int LargestMegabytes = 5;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Not in the framework's own list of encodings; the bytes of TCVN3 and VNI are read by it first.
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public async Task<OperationResult<OldPage>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var file = new FileInfo(path);
        if (Directory.Exists(path))
        {
            return Refuse("This is a folder; name the saved pages in it.");
        }

        if (!file.Exists)
        {
            return Refuse("There is no such file.");
        }

        if (file.Length > LargestMegabytes * 1024 * 1024)
        {
            return Refuse("The file is larger than {0} MB, which no saved page is.", LargestMegabytes);
        }

        try
        {
            var text = Decode(await File.ReadAllBytesAsync(path, cancellationToken));
            return text.Contains('\0', StringComparison.Ordinal) ? Refuse("The file holds no text.") : Read(text, file.Extension);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Refuse("The file cannot be read: {0}", exception.Message);
        }
    }

    private static string Decode(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3),
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2),
        _ => TryDecodeUtf8(bytes, out var text) ? text : Western.GetString(bytes),
    };

    private static bool TryDecodeUtf8(byte[] bytes, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = Utf8.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = null;
            return false;
        }
    }

    private OperationResult<OldPage> Read(string text, string extension)
    {
        if (!OldPageHtml.IsHtml(text) && !extension.StartsWith(".htm", StringComparison.OrdinalIgnoreCase))
        {
            return reader.Read(LegacyVietnamese.ToUnicode(text));
        }

        return OldPageHtml.IsTooLarge(text)
            ? Refuse("The file has more than {0} HTML elements, which no page of the old site has.", OldPageHtml.MostElements)
            : reader.Read(LegacyVietnamese.ToUnicode(OldPageHtml.ToText(text)));
    }

    private Refusal Refuse(string reason, params object[] arguments) => new(RefusalKind.Invalid, localizer[reason, arguments]);
}
