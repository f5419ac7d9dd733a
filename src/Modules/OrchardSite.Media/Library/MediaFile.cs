using OrchardSite.Data;

namespace OrchardSite.Media;

/// <summary>A file of a tenant's library. The row is the tenant's right to the bytes, which <see cref="MediaStore"/> keeps once for all tenants.</summary>
public sealed class MediaFile : ITenantOwned
{
    public int TenantId { get; set; }

    /// <summary>Folders and name as the reader sees them: see <see cref="MediaPath"/>.</summary>
    public required string Path { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; set; }

    public required string ContentType { get; set; }

    /// <summary>Of the bytes, in lower-case hexadecimal figures.</summary>
    public required string Sha256 { get; set; }

    /// <summary>In pixels, the way up it is shown; null for what is no picture, or a drawing without a size.</summary>
    public int? Width { get; set; }

    public int? Height { get; set; }

    public string? AltText { get; set; }

    public required DateTime ModifiedUtc { get; set; }

    public int Revision { get; set; }
}
