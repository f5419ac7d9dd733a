using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Directives.Consultations;

internal sealed class ConsultationsModel : IModelPart
{
    public void Build(ModelBuilder model) => model.Entity<ConsultationComment>(comment =>
    {
        comment.ToTable("ConsultationComments");
        comment.HasKey(row => new { row.TenantId, row.Id });
        comment.Property(row => row.Id).HasMaxLength(UniqueId.Length);
        comment.Property(row => row.ItemId).HasMaxLength(UniqueId.Length);
        comment.Property(row => row.Name).HasMaxLength(ConsultationComment.LongestName);
        comment.Property(row => row.Organisation).HasMaxLength(ConsultationComment.LongestOrganisation);
        comment.Property(row => row.Email).HasMaxLength(ConsultationComment.LongestEmail);
        comment.Property(row => row.Phone).HasMaxLength(ConsultationComment.LongestPhone);
        comment.Property(row => row.Text).HasMaxLength(ConsultationComment.LongestText);
        comment.Property(row => row.Fingerprint).HasMaxLength(ConsultationComment.FingerprintLength);
        comment.Property(row => row.HiddenReason).HasMaxLength(ConsultationComment.LongestReason);
        comment.Property(row => row.Answer).HasMaxLength(ConsultationComment.LongestText);
        comment.Property(row => row.Revision).IsConcurrencyToken();
        comment.HasIndex(row => new { row.TenantId, row.Number }).IsUnique();
        comment.HasIndex(row => new { row.TenantId, row.ItemId, row.Fingerprint }).IsUnique();
        comment.HasIndex(row => new { row.TenantId, row.ItemId, row.State });
    });
}
