using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Articles;

/// <summary>What the lists of articles are ordered and filtered by; one row per published article.</summary>
public sealed class ArticleRow : ITenantOwned
{
    public int TenantId { get; set; }

    public required string ItemId { get; init; }

    public required string CategoryId { get; set; }

    public required bool IsFeatured { get; set; }

    public required DateTime PublishedUtc { get; set; }

    public DateTime? ExpiresUtc { get; set; }
}

internal sealed class ArticlesModel : IModelPart
{
    public void Build(ModelBuilder model) => model.Entity<ArticleRow>(article =>
    {
        article.ToTable("Articles");
        article.HasKey(row => new { row.TenantId, row.ItemId });
        article.Property(row => row.ItemId).HasMaxLength(UniqueId.Length);
        article.Property(row => row.CategoryId).HasMaxLength(UniqueId.Length);
        article.HasIndex(row => new { row.TenantId, row.IsFeatured, row.PublishedUtc, row.ItemId });
    });
}
