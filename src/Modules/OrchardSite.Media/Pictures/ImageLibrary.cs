using NetVips;

namespace OrchardSite.Media;

/// <summary>The one place that knows libvips. Its native code is loaded when a picture is first looked at, never at start.</summary>
internal static class ImageLibrary
{
    private const int Quality = 80;

    private static readonly double[] White = [255, 255, 255];

    static ImageLibrary()
    {
        // Each picture is worked on once, by one thread, and then forgotten: the portal keeps the results in files.
        NetVips.NetVips.Concurrency = 1;
        Cache.Max = 0;
        Cache.MaxMem = 0;
        Cache.MaxFiles = 0;
        NetVips.NetVips.BlockUntrusted = true;
        // What it warns of is a damaged picture, and whoever sent it is told so.
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, (_, _, _) => { });
    }

    /// <summary>Width and height the way up the picture is shown; null for what is no picture.</summary>
    public static (int Width, int Height)? TryReadSize(Stream content)
    {
        try
        {
            using var image = Image.NewFromStream(content, access: Enums.Access.Sequential);
            var height = image.PageHeight;
            return IsOnItsSide(image) ? (height, image.Width) : (image.Width, height);
        }
        catch (VipsException)
        {
            return null;
        }
    }

    /// <summary>The picture upright, without the data of its camera; null where it is damaged.</summary>
    public static byte[]? TryResize(string file, int width, int height, bool crops, string format)
    {
        try
        {
            using var image = Image.Thumbnail(
                file,
                width,
                height: height,
                size: Enums.Size.Down,
                crop: crops ? Enums.Interesting.Centre : Enums.Interesting.None,
                outputProfile: "srgb",
                failOn: Enums.FailOn.Error);
            return Write(image, format);
        }
        catch (VipsException)
        {
            return null;
        }
    }

    /// <summary>The part of the picture around a point, as large as the box; null where it is damaged.</summary>
    public static byte[]? TryCut(string file, int width, int height, PictureFocus focus, string format)
    {
        try
        {
            using var original = Image.NewFromFile(file, access: Enums.Access.Sequential);
            var (originalWidth, originalHeight) = IsOnItsSide(original) ? (original.Height, original.Width) : (original.Width, original.Height);
            var scale = Math.Max((double)width / originalWidth, (double)height / originalHeight);
            using var image = Image.Thumbnail(
                file, Math.Max(width, (int)Math.Round(originalWidth * scale)), height: Math.Max(height, (int)Math.Round(originalHeight * scale)), size: Enums.Size.Force, outputProfile: "srgb", failOn: Enums.FailOn.Error);
            using var part = image.Crop(Start(image.Width, width, focus.X), Start(image.Height, height, focus.Y), width, height);
            return Write(part, format);
        }
        catch (VipsException)
        {
            return null;
        }
    }

    // As near to the point in the middle as the picture goes.
    private static int Start(int whole, int part, int hundredths) => Math.Clamp((int)Math.Round((whole * hundredths / 100.0) - (part / 2.0)), 0, whole - part);

    private static byte[] Write(Image image, string format) => format switch
    {
        "webp" => image.WebpsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None),
        "png" => image.PngsaveBuffer(keep: Enums.ForeignKeep.None),
        _ => image.JpegsaveBuffer(q: Quality, interlace: true, optimizeCoding: true, background: White, keep: Enums.ForeignKeep.None),
    };

    private static bool IsOnItsSide(Image image) =>
        image.Contains("orientation") && image.Get("orientation") is int and >= 5 and <= 8;
}
