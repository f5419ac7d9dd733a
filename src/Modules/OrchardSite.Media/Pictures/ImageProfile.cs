using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace OrchardSite.Media;

/// <summary>A size and form to show a picture in, in the words of Orchard Core's addresses: width, height, rmode, format.</summary>
/// <param name="Width">In pixels; 0: as the height makes it. Never more than the original has.</param>
/// <param name="Crops">True: fills both sizes and cuts off the rest; false: fits inside them.</param>
internal readonly record struct ImageProfile(int Width, int Height, bool Crops, string Format)
{
    private const string DefaultFormat = "webp";
    private const int Largest = 4000;

    public string ContentType => Format switch
    {
        "webp" => "image/webp",
        "png" => "image/png",
        _ => "image/jpeg",
    };

    /// <summary>The profile as a name of a file. What stays in sight matters only where something is cut off.</summary>
    public string FileNameWith(PictureFocus? focus) => string.Create(CultureInfo.InvariantCulture, $"{Width}x{Height}{(Crops ? "c" + focus : "")}.{Format}");

    /// <param name="mode"><c>crop</c>; anything else fits inside.</param>
    /// <param name="format"><c>webp</c>, <c>jpg</c> or <c>png</c>.</param>
    public static bool TryCreate(int width, int height, string? mode, string? format, out ImageProfile profile)
    {
        format ??= DefaultFormat;
        profile = new ImageProfile(width, height, mode == "crop", format);
        return width is >= 0 and <= Largest && height is >= 0 and <= Largest && width + height > 0 && format is "webp" or "jpg" or "png";
    }

    public static bool IsAskedFor(IQueryCollection query) => query.ContainsKey("width") || query.ContainsKey("height");

    public static bool TryRead(IQueryCollection query, out ImageProfile profile)
    {
        profile = default;
        return TryReadSize(query, "width", out var width)
            && TryReadSize(query, "height", out var height)
            && TryCreate(width, height, query["rmode"], query["format"], out profile);
    }

    /// <summary>The part of an address that asks for the profile.</summary>
    public string ToQuery() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Width > 0 ? $"width={Width}&" : "")}{(Height > 0 ? $"height={Height}&" : "")}rmode={(Crops ? "crop" : "max")}&format={Format}");

    /// <summary>The box to fill or fit, inside the original: nothing is ever enlarged.</summary>
    public (int Width, int Height) BoxFor(int originalWidth, int originalHeight)
    {
        if (!Crops || Width == 0 || Height == 0)
        {
            return (Width == 0 ? originalWidth : Width, Height == 0 ? originalHeight : Height);
        }

        var scale = Math.Min(1.0, Math.Min((double)originalWidth / Width, (double)originalHeight / Height));
        return (Math.Max(1, (int)Math.Round(Width * scale)), Math.Max(1, (int)Math.Round(Height * scale)));
    }

    private static bool TryReadSize(IQueryCollection query, string name, out int size)
    {
        size = 0;
        return !query.TryGetValue(name, out var text) || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out size);
    }
}
