using System.IO.Compression;
using System.Security.Cryptography;
using System.Xml;
using Microsoft.Extensions.Localization;

namespace OrchardSite.Media;

/// <summary>What the bytes of a file say about it.</summary>
internal sealed record MediaFacts(long Size, string Sha256, string ContentType, int? Width, int? Height);

/// <summary>Takes into the library only what is what its name says, and harms nobody who opens it.</summary>
public sealed class MediaInspector(IStringLocalizer localizer)
{
    private const int HeadLength = 4096;
    private const long MostPixels = 50_000_000;

    // Office files are text that packs well, up to about 50 times.
    private const long MostUnpacked = 200;
    private const long LeastUnpacked = 64 * 1024 * 1024;

    /// <summary>Null for the name of a kind of file that the library takes.</summary>
    internal Refusal? RefuseName(string path) => MediaType.Of(path) is null
        ? new Refusal(RefusalKind.Invalid, localizer["The library takes no files of this kind: {0}", Path.GetFileName(path)], nameof(MediaUpload.Path))
        : null;

    /// <summary>A picture without what its camera says of the place; anything else as it is.</summary>
    /// <param name="content">Can be read several times, as what is returned.</param>
    internal Stream WithoutMetadata(string path, Stream content)
    {
        if (MediaType.Of(path) is not { IsResizable: true } type || content.Length == 0 || !BeginsRight(type, content))
        {
            return content;
        }

        var picture = new byte[content.Length];
        content.Position = 0;
        content.ReadExactly(picture);
        return PictureMetadata.TryRemove(picture, type.ContentType) is { } clean ? new MemoryStream(clean, writable: false) : content;
    }

    /// <param name="content">Can be read several times.</param>
    internal OperationResult<MediaFacts> Inspect(string path, Stream content)
    {
        if (RefuseName(path) is { } refusal)
        {
            return refusal;
        }

        var type = MediaType.Of(path)!;

        if (content.Length == 0)
        {
            return Refuse(localizer["The file is empty."]);
        }

        if (!BeginsRight(type, content))
        {
            return NotAsNamed(path);
        }

        content.Position = 0;
        var size = type.Family switch
        {
            MediaFamily.Drawing => InspectDrawing(path, content),
            MediaFamily.Picture => InspectPicture(path, content),
            _ when type.IsPackage => InspectPackage(path, content, type),
            _ => default(PictureSize),
        };
        if (!size.Succeeded)
        {
            return OperationResult<MediaFacts>.Refused(size.Refusals);
        }

        content.Position = 0;
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        return new MediaFacts(content.Length, sha256, type.ContentType, size.Value.Width, size.Value.Height);
    }

    private static bool BeginsRight(MediaType type, Stream content)
    {
        content.Position = 0;
        Span<byte> head = stackalloc byte[HeadLength];
        var length = content.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false);
        return type.BeginsRight(head[..length]);
    }

    private OperationResult<PictureSize> InspectDrawing(string path, Stream content)
    {
        try
        {
            var (width, height) = SvgDrawing.Read(content, out var found);
            return found is null
                ? new PictureSize(width, height)
                : Refuse(localizer["A drawing may contain no scripts and nothing from elsewhere, but this one has: {0}", found]);
        }
        catch (XmlException)
        {
            return NotAsNamed(path);
        }
    }

    private OperationResult<PictureSize> InspectPicture(string path, Stream content)
    {
        if (ImageLibrary.TryReadSize(content) is not var (width, height))
        {
            return NotAsNamed(path);
        }

        return (long)width * height <= MostPixels
            ? new PictureSize(width, height)
            : Refuse(localizer["The picture has more than {0} million pixels.", MostPixels / 1_000_000]);
    }

    // Nothing is unpacked here, but whoever opens the file does.
    private OperationResult<PictureSize> InspectPackage(string path, Stream content, MediaType type)
    {
        try
        {
            using var package = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (type.PackagePart is { } part && !package.Entries.Any(entry => entry.FullName.StartsWith(part, StringComparison.Ordinal)))
            {
                return NotAsNamed(path);
            }

            var unpacked = package.Entries.Sum(entry => Math.Min(entry.Length, long.MaxValue / (package.Entries.Count + 1)));
            return unpacked <= Math.Max(LeastUnpacked, content.Length * MostUnpacked)
                ? default(PictureSize)
                : Refuse(localizer["Unpacked, {0} would be {1} MB: far more than such a file holds.", Path.GetFileName(path), unpacked / 1024 / 1024]);
        }
        catch (InvalidDataException)
        {
            return NotAsNamed(path);
        }
    }

    private Refusal NotAsNamed(string path) => Refuse(localizer["The content of {0} is not what its name says.", Path.GetFileName(path)]);

    private static Refusal Refuse(string message) => new(RefusalKind.Invalid, message, nameof(MediaUpload.Content));

    private readonly record struct PictureSize(int? Width, int? Height);
}
