using Microsoft.EntityFrameworkCore;
using OrchardSite.Content.Editing;
using OrchardSite.Data;
using OrchardSite.Media;

namespace OrchardSite.Content;

internal sealed class ContentModel : IModelPart
{
    public const int LongestPath = 400;
    public const int LongestAlias = 100;
    public const int LongestDisplayText = 512;
    public const int LongestPerson = 256;

    /// <summary>Of a note on a change, of a reason, and of a notice to readers.</summary>
    public const int LongestNote = 500;

    public void Build(ModelBuilder model)
    {
        model.Entity<ContentItem>(item =>
        {
            item.ToTable("ContentItems");
            item.HasKey(row => new { row.TenantId, row.Id });
            item.Property(row => row.Id).HasMaxLength(UniqueId.Length);
            item.Property(row => row.ContentType).HasMaxLength(64);
            item.Property(row => row.DisplayText).HasMaxLength(LongestDisplayText);
            item.Property(row => row.Path).HasMaxLength(LongestPath);
            item.Property(row => row.Alias).HasMaxLength(LongestAlias);
            item.Property(row => row.Owner).HasMaxLength(LongestPerson);
            item.Property(row => row.Author).HasMaxLength(LongestPerson);
            item.Property(row => row.LatestText).HasMaxLength(LongestDisplayText);
            item.Property(row => row.LatestKey).HasMaxLength(LongestDisplayText);
            item.Property(row => row.LatestVersionId).HasMaxLength(UniqueId.Length);
            item.Property(row => row.PublishedVersionId).HasMaxLength(UniqueId.Length);
            item.Property(row => row.Notice).HasMaxLength(LongestNote);
            item.Property(row => row.UpdateNote).HasMaxLength(LongestNote);
            item.Property(row => row.Revision).IsConcurrencyToken();
            item.HasIndex(row => new { row.TenantId, row.Alias }).IsUnique();
            item.HasIndex(row => new { row.TenantId, row.ContentType, row.IsPublic, row.PublishedUtc });
            item.HasIndex(row => new { row.TenantId, row.ContentType, row.EditedUtc, row.Id, row.DeletedUtc, row.PublishedVersionId, row.LatestVersionId, row.LatestKey });
            item.HasIndex(row => new { row.TenantId, row.EditedUtc });
        });
        model.Entity<ContentVersion>(version =>
        {
            version.ToTable("ContentVersions");
            version.HasKey(row => new { row.TenantId, row.Id });
            version.Property(row => row.Id).HasMaxLength(UniqueId.Length);
            version.Property(row => row.ItemId).HasMaxLength(UniqueId.Length);
            version.Property(row => row.DisplayText).HasMaxLength(LongestDisplayText);
            version.Property(row => row.Author).HasMaxLength(LongestPerson);
            version.Property(row => row.ChangeNote).HasMaxLength(LongestNote);
            version.HasIndex(row => new { row.TenantId, row.ItemId, row.Number }).IsUnique();
        });
        model.Entity<LatestTerm>(term =>
        {
            term.ToTable("LatestTerms");
            term.HasKey(row => new { row.TenantId, row.TermId, row.ItemId });
            term.Property(row => row.TermId).HasMaxLength(UniqueId.Length);
            term.Property(row => row.ItemId).HasMaxLength(UniqueId.Length);
            // With the term, so that SQLite does not walk along the key instead.
            term.HasIndex(row => new { row.TenantId, row.ItemId, row.TermId });
        });
        model.Entity<ContentMedia>(media =>
        {
            media.ToTable("ContentMedia");
            media.HasKey(row => new { row.TenantId, row.ItemId, row.Path });
            media.Property(row => row.ItemId).HasMaxLength(UniqueId.Length);
            media.Property(row => row.Path).HasMaxLength(MediaPath.Longest);
            media.HasIndex(row => new { row.TenantId, row.Path });
        });
        model.Entity<EditLock>(held =>
        {
            held.ToTable("EditLocks");
            held.HasKey(row => new { row.TenantId, row.ItemId });
            held.Property(row => row.ItemId).HasMaxLength(UniqueId.Length);
            held.Property(row => row.Key).HasMaxLength(UniqueId.Length);
            held.Property(row => row.Holder).HasMaxLength(LongestPerson);
        });
        model.Entity<Autosave>(autosave =>
        {
            autosave.ToTable("Autosaves");
            autosave.HasKey(row => new { row.TenantId, row.AccountId, row.ItemId });
            autosave.Property(row => row.ItemId).HasMaxLength(UniqueId.Length);
            autosave.Property(row => row.BaseVersionId).HasMaxLength(UniqueId.Length);
        });
        model.Entity<ContentRoute>(route =>
        {
            route.ToTable("ContentRoutes");
            route.HasKey(row => new { row.TenantId, row.Path });
            route.Property(row => row.Path).HasMaxLength(LongestPath);
            route.Property(row => row.ItemId).HasMaxLength(UniqueId.Length);
            route.Property(row => row.TermId).HasMaxLength(UniqueId.Length);
            route.HasIndex(row => new { row.TenantId, row.ItemId });
        });
        model.Entity<ContentTerm>(term =>
        {
            term.ToTable("ContentTerms");
            term.HasKey(row => new { row.TenantId, row.TermId, row.ItemId });
            term.Property(row => row.TermId).HasMaxLength(UniqueId.Length);
            term.Property(row => row.ItemId).HasMaxLength(UniqueId.Length);
            term.Property(row => row.ContentType).HasMaxLength(64);
            term.HasIndex(row => new { row.TenantId, row.TermId, row.PublishedUtc, row.ItemId });
            // With the term, so that SQLite does not walk along the key instead.
            term.HasIndex(row => new { row.TenantId, row.ItemId, row.TermId });
        });
    }
}
