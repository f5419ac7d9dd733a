using System.IO.Compression;
using System.Security.Cryptography;
using System.Xml;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace OrchardSite.Media;

/// <summary>What the bytes of a file say about it.</summary>
internal sealed record MediaFacts(long Size, string Sha256, string ContentType, int? Width, int? Height);

/// <summary>Takes into the library only what is what its name says, and harms nobody who opens it.</summary>
public sealed class MediaInspector(IOptions<MediaOptions> options, IStringLocalizer localizer)
{
    private const int HeadLength = 4096;
    private const long MostPixels = 50_000_000;

    /// <param name="content">Can be read several times.</param>
    internal OperationResult<MediaFacts> Inspect(string path, Stream content)
    {
        if (MediaType.Of(path) is not { } type)
        {
            return new Refusal(RefusalKind.Invalid, localizer["The library takes no files of this kind: {0}", Path.GetFileName(path)], nameof(MediaUpload.Path));
        }

        if (content.Length == 0)
        {
            return Refuse(localizer["The file is empty."]);
        }

        if (content.Length > options.Value.MaxFileSize)
        {
            return Refuse(localizer["The file is larger than {0} MB.", Math.Round(options.Value.MaxFileSize / 1024.0 / 1024.0, 1)]);
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
            _ when type.PackagePart is { } part => HasPart(content, part) ? default(PictureSize) : NotAsNamed(path),
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

    private static bool HasPart(Stream content, string part)
    {
        try
        {
            using var package = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return package.Entries.Any(entry => entry.FullName.StartsWith(part, StringComparison.Ordinal));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private Refusal NotAsNamed(string path) => Refuse(localizer["The content of {0} is not what its name says.", Path.GetFileName(path)]);

    private static Refusal Refuse(string message) => new(RefusalKind.Invalid, message, nameof(MediaUpload.Content));

    private readonly record struct PictureSize(int? Width, int? Height);
}
