using OrchardSite.Data;
using OrchardSite.Text;

namespace OrchardSite.Media;

/// <summary>A file of a tenant's library. The row is the tenant's right to the bytes, which <see cref="MediaStore"/> keeps once for all tenants.</summary>
public sealed class MediaFile : ITenantOwned
{
    private readonly string _path = "";

    public int TenantId { get; set; }

    /// <summary>Folders and name as the reader sees them: see <see cref="MediaPath"/>.</summary>
    public required string Path
    {
        get => _path;
        init
        {
            _path = value;
            Folder = MediaPath.FolderOf(value);
            NameKey = VietnameseText.Fold(MediaPath.NameOf(value));
        }
    }

    /// <summary>Empty at the top of the library.</summary>
    public string Folder { get; private set; } = "";

    /// <summary>The name as it is searched.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>In bytes.</summary>
    public required long Size { get; set; }

    public required string ContentType { get; set; }

    /// <summary>Of the bytes, in lower-case hexadecimal figures.</summary>
    public required string Sha256 { get; set; }

    /// <summary>In pixels, the way up it is shown; null for what is no picture, or a drawing without a size.</summary>
    public int? Width { get; set; }

    public int? Height { get; set; }

    public string? AltText { get; set; }

    /// <summary>What must stay in sight when the picture is cut, in hundredths of its width from the left; null: the middle.</summary>
    public int? FocusX { get; set; }

    /// <summary>In hundredths of the height from the top.</summary>
    public int? FocusY { get; set; }

    /// <summary>Account of who put it there; null for what no person did.</summary>
    public int? OwnerId { get; init; }

    public required DateTime ModifiedUtc { get; set; }

    public int Revision { get; set; }

    public bool IsPicture => ContentType.StartsWith("image/", StringComparison.Ordinal);

    /// <summary>The same file under another path.</summary>
    internal MediaFile At(string path, DateTime now) => new()
    {
        Path = path,
        Size = Size,
        ContentType = ContentType,
        Sha256 = Sha256,
        Width = Width,
        Height = Height,
        AltText = AltText,
        FocusX = FocusX,
        FocusY = FocusY,
        OwnerId = OwnerId,
        ModifiedUtc = now,
        Revision = Revision + 1,
    };
}

/// <summary>A folder of a tenant's library, which may be empty.</summary>
public sealed class MediaFolder : ITenantOwned
{
    public int TenantId { get; set; }

    public required string Path { get; init; }

    /// <summary>Empty for a folder at the top.</summary>
    public required string Parent { get; init; }
}

/// <summary>A name that a file had before: pages and links that use it still find the file.</summary>
public sealed class FormerMediaPath : ITenantOwned
{
    public int TenantId { get; set; }

    public required string Path { get; init; }

    /// <summary>Where the file is now.</summary>
    public required string Target { get; set; }
}
