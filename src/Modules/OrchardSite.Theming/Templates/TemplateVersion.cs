using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Theming.Templates;

/// <summary>What a site shows in the place of one of the theme's templates; one row per saving, the highest number counts.</summary>
public sealed class TemplateVersion : ITenantOwned
{
    public int TenantId { get; set; }

    /// <summary>Name of the theme's template without extension, such as <c>Content-Article</c>.</summary>
    public required string Name { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Number { get; init; }

    /// <summary>Liquid; null: the theme's own again.</summary>
    public string? Content { get; init; }

    public string Description { get; init; } = "";

    /// <summary>Of the theme's template when this was saved; see <see cref="TemplateFile.Hash"/>.</summary>
    public required string ThemeHash { get; init; }

    public required string Author { get; init; }

    /// <summary>Account of the author; null for what no person has made.</summary>
    public int? AuthorId { get; init; }

    public required DateTime SavedUtc { get; init; }

    /// <summary>When it failed on a page; since then readers have had the theme's own.</summary>
    public DateTime? FailedUtc { get; set; }

    public string? Failure { get; set; }
}

/// <summary>What a person wants to see in pages before anybody else does; one for each template.</summary>
public sealed class TemplateDraft : ITenantOwned
{
    public int TenantId { get; set; }

    public required int AccountId { get; init; }

    public required string Name { get; init; }

    public required string Content { get; set; }

    public required DateTime SavedUtc { get; set; }
}

internal sealed class TemplateModel : IModelPart
{
    public const int LongestName = 100;
    public const int LongestDescription = 500;
    public const int LongestFailure = 500;
    public const int LongestPerson = 256;

    public void Build(ModelBuilder model)
    {
        model.Entity<TemplateVersion>(version =>
        {
            version.ToTable("TemplateVersions");
            version.HasKey(row => new { row.TenantId, row.Name, row.Number });
            version.Property(row => row.Name).HasMaxLength(LongestName);
            version.Property(row => row.Description).HasMaxLength(LongestDescription);
            version.Property(row => row.ThemeHash).HasMaxLength(64);
            version.Property(row => row.Author).HasMaxLength(LongestPerson);
            version.Property(row => row.Failure).HasMaxLength(LongestFailure);
        });
        model.Entity<TemplateDraft>(draft =>
        {
            draft.ToTable("TemplateDrafts");
            draft.HasKey(row => new { row.TenantId, row.AccountId, row.Name });
            draft.Property(row => row.Name).HasMaxLength(LongestName);
        });
    }
}
