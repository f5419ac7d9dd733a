using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Media;

internal sealed class MediaModel : IModelPart
{
    public const int LongestAltText = 255;

    public void Build(ModelBuilder model)
    {
        model.Entity<MediaFile>(file =>
        {
            file.ToTable("MediaFiles");
            file.HasKey(row => new { row.TenantId, row.Path });
            file.Property(row => row.Path).HasMaxLength(MediaPath.Longest);
            file.Property(row => row.Folder).HasMaxLength(MediaPath.Longest);
            file.Property(row => row.NameKey).HasMaxLength(MediaPath.Longest * 2);
            file.Property(row => row.ContentType).HasMaxLength(100);
            file.Property(row => row.Sha256).HasMaxLength(64);
            file.Property(row => row.AltText).HasMaxLength(LongestAltText);
            file.Property(row => row.Revision).IsConcurrencyToken();
            file.HasIndex(row => new { row.TenantId, row.Sha256 });
            file.HasIndex(row => new { row.TenantId, row.Folder, row.ModifiedUtc, row.Path, row.NameKey });
            file.HasIndex(row => new { row.TenantId, row.Folder, row.NameKey, row.Path });
        });
        model.Entity<MediaFolder>(folder =>
        {
            folder.ToTable("MediaFolders");
            folder.HasKey(row => new { row.TenantId, row.Path });
            folder.Property(row => row.Path).HasMaxLength(MediaPath.Longest);
            folder.Property(row => row.Parent).HasMaxLength(MediaPath.Longest);
            folder.HasIndex(row => new { row.TenantId, row.Parent });
        });
        model.Entity<FormerMediaPath>(former =>
        {
            former.ToTable("FormerMediaPaths");
            former.HasKey(row => new { row.TenantId, row.Path });
            former.Property(row => row.Path).HasMaxLength(MediaPath.Longest);
            former.Property(row => row.Target).HasMaxLength(MediaPath.Longest);
            former.HasIndex(row => new { row.TenantId, row.Target });
        });
        model.Entity<DownloadCount>(count =>
        {
            count.ToTable("DownloadCounts");
            count.HasKey(row => new { row.TenantId, row.Path, row.Day });
            count.Property(row => row.Path).HasMaxLength(MediaPath.Longest);
        });
    }
}
