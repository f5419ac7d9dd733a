using System.Globalization;

namespace OrchardSite.Media;

/// <summary>What the dashboard shows of a file.</summary>
public sealed class MediaThumbnails
{
    private static readonly ImageProfile Small = Fitting(320, 240);
    private static readonly ImageProfile Large = Fitting(1200, 900);

    private readonly ImageSigner _signer;

    internal MediaThumbnails(ImageSigner signer) => _signer = signer;

    /// <summary>Addresses inside the site, without the slash before them; null for what is no picture.</summary>
    public string? SmallOf(MediaFile file) => AddressOf(file, Small);

    public string? LargeOf(MediaFile file) => AddressOf(file, Large);

    /// <summary>The file as a text refers to it: the address stays when the content changes.</summary>
    public static string LastingAddressOf(MediaFile file) => MediaAddress.PathStart[1..] + MediaAddress.Escape(file.Path);

    /// <summary>The file as it is now.</summary>
    public static string AddressOf(MediaFile file) => MediaAddress.Of(file.Path, FingerprintOf(file))[1..];

    /// <summary>A size as people write it: <c>1,4 MB</c>.</summary>
    public static string SizeText(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.CurrentCulture, $"{bytes} B"),
        < 1024 * 1024 => string.Create(CultureInfo.CurrentCulture, $"{bytes / 1024} KB"),
        _ => string.Create(CultureInfo.CurrentCulture, $"{bytes / 1024.0 / 1024.0:0.#} MB"),
    };

    private string? AddressOf(MediaFile file, ImageProfile profile)
    {
        if (!file.IsPicture)
        {
            return null;
        }

        var escaped = MediaAddress.Escape(file.Path);
        return MediaType.Of(file.Path) is { IsResizable: true }
            ? $"{MediaAddress.PathStart[1..]}{escaped}?{_signer.Sign(escaped, profile, FingerprintOf(file))}"
            : AddressOf(file);
    }

    private static string FingerprintOf(MediaFile file) =>
        MediaAddress.Fingerprint(file.Sha256, file is { FocusX: { } x, FocusY: { } y } ? new PictureFocus(x, y) : null);

    private static ImageProfile Fitting(int width, int height) =>
        ImageProfile.TryCreate(width, height, null, null, out var profile) ? profile : throw new ArgumentOutOfRangeException(nameof(width));
}
