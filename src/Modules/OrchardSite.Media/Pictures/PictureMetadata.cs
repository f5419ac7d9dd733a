using System.Buffers.Binary;

namespace OrchardSite.Media;

/// <summary>
/// Takes out of a picture what is no picture: when, where and with what it was taken, remarks, and whatever hangs behind its
/// end. What remains is the same to the byte; only the way up is kept of what the camera said.
/// </summary>
/// <remarks>ITU T.81 annex B (JPEG), W3C PNG chapter 5, RFC 9649 (WebP).</remarks>
internal static class PictureMetadata
{
    private const int ChunkHead = 8;
    private const byte StartOfImage = 0xD8, EndOfImage = 0xD9, StartOfScan = 0xDA, App0 = 0xE0, App1 = 0xE1, App2 = 0xE2, App14 = 0xEE, App15 = 0xEF, Comment = 0xFE;

    /// <returns>Null when the picture has nothing of that kind, or is damaged.</returns>
    public static byte[]? TryRemove(ReadOnlySpan<byte> picture, string contentType)
    {
        var clean = new MemoryStream(picture.Length);
        var isWhole = contentType switch
        {
            "image/jpeg" => CopyJpeg(picture, clean),
            "image/png" => CopyPng(picture, clean),
            "image/webp" => CopyWebP(picture, clean),
            _ => false,
        };
        return isWhole && clean.Length < picture.Length ? clean.ToArray() : null;
    }

    private static bool CopyJpeg(ReadOnlySpan<byte> picture, MemoryStream clean)
    {
        clean.Write([0xFF, StartOfImage]);
        for (var at = 2; at + 1 < picture.Length;)
        {
            if (picture[at] != 0xFF)
            {
                return false;
            }

            var marker = picture[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker == EndOfImage)
            {
                clean.Write([0xFF, EndOfImage]);
                return true;
            }

            if (at + 4 > picture.Length || BinaryPrimitives.ReadUInt16BigEndian(picture[(at + 2)..]) is var length && (length < 2 || at + 2 + length > picture.Length))
            {
                return false;
            }

            var end = at + 2 + BinaryPrimitives.ReadUInt16BigEndian(picture[(at + 2)..]);
            end = marker == StartOfScan ? EndOfScan(picture, end) : end;
            WriteSegment(marker, picture[at..end], clean);
            at = end;
        }

        return false;
    }

    private static void WriteSegment(byte marker, ReadOnlySpan<byte> segment, MemoryStream clean)
    {
        var content = segment[4..];
        if (marker == App1 && content.StartsWith("Exif\0\0"u8) && OrientationIn(content[6..]) is > 1 and <= 8 and var orientation)
        {
            // The shortest Exif there is: one directory with one entry.
            clean.Write([0xFF, App1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0]);
        }
        else if (marker is (< App0 or > App15) and not Comment
            || (marker == App0 && content.StartsWith("JFIF\0"u8))
            || (marker == App2 && content.StartsWith("ICC_PROFILE\0"u8))
            || (marker == App14 && content.StartsWith("Adobe"u8)))
        {
            clean.Write(segment);
        }
    }

    // In a scan, FF is followed by 00 or by the number of a restart; anything else is the next segment.
    private static int EndOfScan(ReadOnlySpan<byte> picture, int at)
    {
        for (; at + 1 < picture.Length; at++)
        {
            if (picture[at] == 0xFF && picture[at + 1] is not (0 or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }
        }

        return picture.Length;
    }

    private static int OrientationIn(ReadOnlySpan<byte> exif)
    {
        if (exif.Length < 10)
        {
            return 0;
        }

        var isLittle = exif[0] == 'I';
        var directory = Number32(exif[4..], isLittle);
        if (directory > exif.Length - 2)
        {
            return 0;
        }

        var entries = exif[((int)directory + 2)..];
        for (var count = Number16(exif[(int)directory..], isLittle); count > 0 && entries.Length >= 12; count--, entries = entries[12..])
        {
            if (Number16(entries, isLittle) == 0x0112)
            {
                return Number16(entries[8..], isLittle);
            }
        }

        return 0;
    }

    private static ushort Number16(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Number32(ReadOnlySpan<byte> bytes, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);

    private static bool CopyPng(ReadOnlySpan<byte> picture, MemoryStream clean)
    {
        clean.Write(picture[..ChunkHead]);
        for (var at = ChunkHead; at + ChunkHead <= picture.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(picture[at..]);
            var end = at + ChunkHead + (long)length + sizeof(uint);
            if (end > picture.Length)
            {
                return false;
            }

            var chunk = picture[at..(int)end];
            var name = chunk.Slice(4, 4);
            if (!name.SequenceEqual("tEXt"u8) && !name.SequenceEqual("zTXt"u8) && !name.SequenceEqual("iTXt"u8) && !name.SequenceEqual("eXIf"u8) && !name.SequenceEqual("tIME"u8) && !IsPrivate(name))
            {
                clean.Write(chunk);
            }

            if (name.SequenceEqual("IEND"u8))
            {
                return true;
            }

            at = (int)end;
        }

        return false;
    }

    // A small second letter marks what no standard knows.
    private static bool IsPrivate(ReadOnlySpan<byte> name) => name[1] >= 'a';

    private static bool CopyWebP(ReadOnlySpan<byte> picture, MemoryStream clean)
    {
        clean.Write(picture[..12]);
        var declared = BinaryPrimitives.ReadUInt32LittleEndian(picture[4..]) + 8L;
        if (declared > picture.Length)
        {
            return false;
        }

        for (var at = 12; at + ChunkHead <= declared;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(picture[(at + 4)..]);
            var end = at + ChunkHead + (long)length + (length & 1);
            if (end > declared)
            {
                return false;
            }

            WriteWebPChunk(picture[at..(int)end], clean);
            at = (int)end;
        }

        clean.Position = 4;
        Span<byte> size = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(size, (uint)clean.Length - 8);
        clean.Write(size);
        return true;
    }

    private static void WriteWebPChunk(ReadOnlySpan<byte> chunk, MemoryStream clean)
    {
        var name = chunk[..4];
        if (name.SequenceEqual("EXIF"u8) || name.SequenceEqual("XMP "u8))
        {
            return;
        }

        clean.Write(chunk);
        if (name.SequenceEqual("VP8X"u8) && chunk.Length > ChunkHead)
        {
            const byte exifAndXmp = 0x08 | 0x04;
            clean.Position -= chunk.Length - ChunkHead;
            clean.WriteByte((byte)(chunk[ChunkHead] & ~exifAndXmp));
            clean.Position = clean.Length;
        }
    }
}
