using System.Buffers.Binary;

namespace OrchardSite.Deployment;

/// <summary>
/// Reads the last record of a zip, so that its list of entries is looked at only when it is short: the library reads all of
/// it into memory, whatever the record says.
/// </summary>
internal static class ZipEnd
{
    private const int Length = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int OffsetOfCount = 10;
    private const int OffsetOfStart = 16;
    private const uint Signature = 0x06054b50;

    // 46 bytes for each entry, and its name.
    private const int LargestEntry = 46 + 1024;

    /// <returns>False for what is no zip.</returns>
    /// <param name="isSmall">True when the list holds no more than so many entries; larger kinds of zip have more than any package may.</param>
    public static bool TryRead(Stream zip, int mostEntries, out bool isSmall)
    {
        isSmall = false;
        var tail = new byte[(int)Math.Min(zip.Length, Length + LongestComment)];
        zip.Position = zip.Length - tail.Length;
        zip.ReadExactly(tail);
        for (var at = tail.Length - Length; at >= 0; at--)
        {
            var record = tail.AsSpan(at);
            if (BinaryPrimitives.ReadUInt32LittleEndian(record) == Signature)
            {
                var count = BinaryPrimitives.ReadUInt16LittleEndian(record[OffsetOfCount..]);
                var start = BinaryPrimitives.ReadUInt32LittleEndian(record[OffsetOfStart..]);
                var listLength = zip.Length - tail.Length + at - start;
                isSmall = count <= mostEntries && count != ushort.MaxValue && start != uint.MaxValue && listLength <= (long)mostEntries * LargestEntry;
                return listLength >= 0 || start == uint.MaxValue;
            }
        }

        return false;
    }
}
