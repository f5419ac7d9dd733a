using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using NetVips;

namespace OrchardSite.Tests.Media;

/// <summary>Files as people upload them, and as attackers do.</summary>
internal static class Pictures
{
    /// <summary>What a camera says of the place, which no reader should learn.</summary>
    public const string CameraNote = "Nha rieng 21.8537N 106.7615E";

    public static byte[] Png(int width, int height) => Plain(width, height).PngsaveBuffer();

    public static byte[] Gif(int width, int height) => Plain(width, height).GifsaveBuffer();

    public static byte[] WebP(int width, int height) => Plain(width, height).WebpsaveBuffer();

    public static byte[] Jpeg(int width, int height) => Plain(width, height).JpegsaveBuffer();

    /// <summary>A photograph as a telephone takes it: lying on its side, with the place in it.</summary>
    public static byte[] Photograph(int width, int height, string extension = ".jpg")
    {
        using var picture = Plain(width, height).Mutate(mutable =>
        {
            mutable.Set(GValue.GIntType, "orientation", 6);
            mutable.Set(GValue.GStrType, "exif-ifd0-ImageDescription", CameraNote);
            mutable.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "21/1 51/1 13/1");
        });
        return picture.WriteToBuffer(extension);
    }

    public static (int Red, int Green, int Blue) LeftSide { get; } = (200, 0, 0);

    public static (int Red, int Green, int Blue) Middle { get; } = (0, 160, 0);

    public static (int Red, int Green, int Blue) RightSide { get; } = (0, 0, 200);

    /// <summary>A picture of three upright parts, each of its own colour.</summary>
    public static byte[] LeftAndRight(int width, int height)
    {
        using var left = Filled(width / 3, height, LeftSide);
        using var middle = Filled(width - (width / 3 * 2), height, Middle);
        using var right = Filled(width / 3, height, RightSide);
        return left.Join(middle, Enums.Direction.Horizontal).Join(right, Enums.Direction.Horizontal).JpegsaveBuffer(q: 95);
    }

    /// <summary>Which of the three colours the middle of a picture has.</summary>
    public static (int Red, int Green, int Blue) ColorOfMiddle(byte[] picture)
    {
        using var image = Image.NewFromBuffer(picture);
        var color = image.Getpoint(image.Width / 2, image.Height / 2);
        return new[] { LeftSide, Middle, RightSide }.MinBy(side => Math.Abs(side.Red - color[0]) + Math.Abs(side.Green - color[1]) + Math.Abs(side.Blue - color[2]));
    }

    /// <summary>A package that says little and unpacks to much.</summary>
    public static byte[] PackageBomb(int megabytes)
    {
        var content = new MemoryStream();
        using (var package = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            package.CreateEntry("word/document.xml");
            using var entry = package.CreateEntry("word/media/a").Open();
            entry.Write(new byte[megabytes * 1024 * 1024]);
        }

        return content.ToArray();
    }

    /// <summary>The head of a picture that would fill the memory of whoever opens it.</summary>
    public static byte[] PngBomb(int width, int height)
    {
        var picture = Png(1, 1);
        BinaryPrimitives.WriteInt32BigEndian(picture.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(picture.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(picture.AsSpan(29), Crc32(picture.AsSpan(12, 17)));
        return picture;
    }

    /// <summary>A package with these entries, each empty.</summary>
    public static byte[] Package(params string[] entries)
    {
        var content = new MemoryStream();
        using (var package = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in entries)
            {
                package.CreateEntry(entry);
            }
        }

        return content.ToArray();
    }

    /// <param name="inside">What the drawing has in it.</param>
    public static byte[] Svg(string inside, string attributes = "", string before = "") =>
        Encoding.UTF8.GetBytes($"""{before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="10" height="20" {attributes}>{inside}</svg>""");

    private static Image Filled(int width, int height, (int Red, int Green, int Blue) color) =>
        (Image.Black(width, height, bands: 3) + new double[] { color.Red, color.Green, color.Blue }).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);

    private static Image Plain(int width, int height) => (Image.Black(width, height, bands: 3) + new[] { 200.0, 60.0, 40.0 }).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);

    private static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0xEDB88320);
            }
        }

        return ~crc;
    }
}
