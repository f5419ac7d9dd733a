using OrchardSite.Data;

namespace OrchardSite.Directives.Consultations;

/// <summary>Notes what is done with comments, without a word of who sent them, and tells the pages that show them. Scoped.</summary>
public sealed class CommentLog(SiteDbContext db, TimeProvider time)
{
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <param name="detail">What more there is to say; never personal data.</param>
    public void Add(ConsultationComment comment, Actor actor, string operation, string? detail = null)
    {
        db.AuditEntries.Add(AuditEntry.Of(actor, operation, Now, comment.ItemId, detail is null ? comment.Receipt : $"{comment.Receipt}: {detail}"));
        db.Changes.Add(new Change { TenantId = db.TenantId, Kind = ChangeKind.CommentNews, ItemId = comment.Id, Tags = CacheTag.Item(comment.ItemId), OccurredUtc = Now });
    }
}
