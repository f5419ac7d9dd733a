using System.Text;

namespace OrchardSite.Search.Files;

/// <summary>
/// The words of a document: PDF, DOCX, XLSX, PPTX or plain text, told apart by their content. Whatever a file is, there is
/// an answer: its text, or why it has none.
/// </summary>
public static class FileText
{
    /// <summary>Goes up when more or better text is found in the same files.</summary>
    public const int Version = 1;

    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    // What Office puts a package with a password into.
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <param name="content">Read from where it stands.</param>
    /// <exception cref="OperationCanceledException">The caller has cancelled.</exception>
    /// <exception cref="IOException"><paramref name="content"/> itself cannot be read.</exception>
    public static async Task<FileTextResult> ReadAsync(Stream content, FileTextLimits limits, CancellationToken cancellationToken)
    {
        var length = content.Length - content.Position;
        if (length > limits.FileSize)
        {
            return FileTextResult.Of(NoTextReason.TooLarge);
        }

        var bytes = new byte[length];
        await content.ReadExactlyAsync(bytes, cancellationToken);
        return await BoundedReading.RunAsync(end => Read(bytes, limits, end), limits, cancellationToken);
    }

    private static FileTextResult Read(byte[] bytes, FileTextLimits limits, CancellationToken end)
    {
        var head = bytes.AsSpan(0, Math.Min(bytes.Length, 1024));
        if (bytes.Length == 0)
        {
            return FileTextResult.Of(NoTextReason.NoText);
        }

        if (head.StartsWith(OldOffice))
        {
            return FileTextResult.Of(bytes.AsSpan().IndexOf(EncryptedPackage) >= 0 ? NoTextReason.Encrypted : NoTextReason.NotReadable);
        }

        if (head.StartsWith("PK\u0003\u0004"u8))
        {
            return OfficeText.Read(bytes, limits, end);
        }

        // Readers of PDF take what stands before it for nothing.
        return head.IndexOf("%PDF-"u8) >= 0 ? PdfText.Read(bytes, limits, end) : PlainText.Read(bytes, limits, end);
    }
}
