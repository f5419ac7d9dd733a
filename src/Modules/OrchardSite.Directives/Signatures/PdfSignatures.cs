using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace OrchardSite.Directives.Signatures;

/// <summary>A digital signature inside a PDF.</summary>
/// <param name="Signer">The name in the signer's certificate; empty where the signature cannot be read.</param>
/// <param name="SignedAt">As the signature says; null where it does not.</param>
/// <param name="IsIntact">True when the signed bytes are those that were signed. Whose certificate it is, and whether it was valid, is not asked.</param>
/// <param name="IsWhole">True when nothing was added to the file after this signature.</param>
public sealed record PdfSignature(string Signer, DateTimeOffset? SignedAt, bool IsIntact, bool IsWhole);

/// <summary>Finds the signatures of a PDF (ISO 32000-2, 12.8) and says whether the bytes still match.</summary>
public static partial class PdfSignatures
{
    private const int MostFound = 20;

    /// <returns>In the order in which they stand in the file; none for one without, or what is no PDF.</returns>
    public static IReadOnlyList<PdfSignature> Read(byte[] pdf)
    {
        var found = new List<PdfSignature>();
        var start = 0;
        // A signature names the bytes that it is about; therefore its dictionary is never compressed.
        while (found.Count < MostFound && pdf.AsSpan(start).IndexOf("/ByteRange"u8) is >= 0 and var at)
        {
            start += at + "/ByteRange"u8.Length;
            if (ReadRange(pdf, start) is { } range)
            {
                found.Add(Read(pdf, range));
            }
        }

        return found;
    }

    private static PdfSignature Read(byte[] pdf, SignedRange range)
    {
        var isWhole = range.SecondStart + range.SecondLength == pdf.Length;
        var signedAt = TimeIn(DictionaryAround(pdf, range));
        try
        {
            var content = new byte[range.FirstLength + range.SecondLength];
            pdf.AsSpan(0, range.FirstLength).CopyTo(content);
            pdf.AsSpan(range.SecondStart, range.SecondLength).CopyTo(content.AsSpan(range.FirstLength));
            var message = new SignedCms(new ContentInfo(content), detached: true);
            message.Decode(Whole(Convert.FromHexString(Encoding.Latin1.GetString(pdf, range.FirstLength + 1, range.SecondStart - range.FirstLength - 2))));
            var signer = message.SignerInfos[0];
            var time = signer.SignedAttributes.OfType<CryptographicAttributeObject>().SelectMany(attribute => attribute.Values.OfType<Pkcs9SigningTime>()).FirstOrDefault();
            return new PdfSignature(
                signer.Certificate?.GetNameInfo(X509NameType.SimpleName, forIssuer: false) ?? "",
                signedAt ?? (time is null ? null : new DateTimeOffset(DateTime.SpecifyKind(time.SigningTime, DateTimeKind.Utc))),
                Matches(message),
                isWhole);
        }
        catch (Exception exception) when (exception is CryptographicException or FormatException or ArgumentException)
        {
            return new PdfSignature("", signedAt, IsIntact: false, isWhole);
        }
    }

    private static bool Matches(SignedCms message)
    {
        try
        {
            message.CheckSignature(verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    // The room for a signature is larger than it; what follows it are zeros.
    private static byte[] Whole(byte[] padded)
    {
        if (padded.Length < 2)
        {
            throw new FormatException("A signature is longer.");
        }

        var length = (int)padded[1];
        var head = 2;
        if (length > 0x80)
        {
            var digits = length - 0x80;
            length = 0;
            for (var place = 0; place < digits && digits <= 3 && head < padded.Length; place++, head++)
            {
                length = (length << 8) | padded[head];
            }
        }

        return length is > 0 and not 0x80 && head + length <= padded.Length ? padded[..(head + length)] : padded;
    }

    private static SignedRange? ReadRange(byte[] pdf, int start)
    {
        var text = Encoding.Latin1.GetString(pdf, start, Math.Min(80, pdf.Length - start));
        if (RangePattern().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var numbers = match.Groups.Values.Skip(1).Select(group => long.Parse(group.ValueSpan, CultureInfo.InvariantCulture)).ToArray();
        return numbers is [0, > 0, _, >= 0] && numbers[1] + 2 <= numbers[2] && numbers[2] + numbers[3] <= pdf.Length
            && pdf[numbers[1]] == '<' && pdf[numbers[2] - 1] == '>'
                ? new SignedRange((int)numbers[1], (int)numbers[2], (int)numbers[3])
                : null;
    }

    private static string DictionaryAround(byte[] pdf, SignedRange range)
    {
        var before = pdf.AsSpan(0, range.FirstLength);
        var start = Math.Max(0, before.LastIndexOf(" obj"u8));
        var after = pdf.AsSpan(range.SecondStart);
        var end = after.IndexOf("endobj"u8) is >= 0 and var found ? found : 0;
        return Encoding.Latin1.GetString(before[start..]) + Encoding.Latin1.GetString(after[..end]);
    }

    private static DateTimeOffset? TimeIn(string dictionary)
    {
        if (TimePattern().Match(dictionary) is not { Success: true } match
            || !DateTime.TryParseExact(match.Groups["time"].Value, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return null;
        }

        var offset = match.Groups["sign"].Success
            ? new TimeSpan(int.Parse(match.Groups["hours"].ValueSpan, CultureInfo.InvariantCulture), match.Groups["minutes"].Success ? int.Parse(match.Groups["minutes"].ValueSpan, CultureInfo.InvariantCulture) : 0, 0)
            : TimeSpan.Zero;
        return offset <= TimeSpan.FromHours(14) ? new DateTimeOffset(time, match.Groups["sign"].Value == "-" ? -offset : offset) : null;
    }

    [GeneratedRegex(@"^\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]")]
    private static partial Regex RangePattern();

    [GeneratedRegex(@"/M\s*\(D:(?<time>\d{14})(?:(?<sign>[+-])(?<hours>\d{2})'?(?<minutes>\d{2})?|Z)?")]
    private static partial Regex TimePattern();

    /// <summary>The signed bytes: from the start of the file to the signature, and from behind it.</summary>
    private readonly record struct SignedRange(int FirstLength, int SecondStart, int SecondLength);
}
