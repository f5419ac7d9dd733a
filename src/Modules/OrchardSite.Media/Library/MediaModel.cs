using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Media;

internal sealed class MediaModel : IModelPart
{
    public const int LongestAltText = 255;

    public void Build(ModelBuilder model) => model.Entity<MediaFile>(file =>
    {
        file.ToTable("MediaFiles");
        file.HasKey(row => new { row.TenantId, row.Path });
        file.Property(row => row.Path).HasMaxLength(MediaPath.Longest);
        file.Property(row => row.ContentType).HasMaxLength(100);
        file.Property(row => row.Sha256).HasMaxLength(64);
        file.Property(row => row.AltText).HasMaxLength(LongestAltText);
        file.Property(row => row.Revision).IsConcurrencyToken();
        file.HasIndex(row => new { row.TenantId, row.Sha256 });
    });
}
