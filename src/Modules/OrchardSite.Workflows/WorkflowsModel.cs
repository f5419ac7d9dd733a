using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Workflows.Definition;
using OrchardSite.Workflows.Delegation;
using OrchardSite.Workflows.Notifications;
using OrchardSite.Workflows.Proposals;
using OrchardSite.Workflows.Schedules;

namespace OrchardSite.Workflows;

internal sealed class WorkflowsModel : IModelPart
{
    private const int LongestPerson = 256;
    private const int LongestNote = 500;
    private const int LongestTitle = 512;

    public void Build(ModelBuilder model)
    {
        model.Entity<EditorialItem>(item =>
        {
            item.ToTable("EditorialItems");
            item.HasKey(row => new { row.TenantId, row.ItemId });
            item.Property(row => row.ItemId).HasMaxLength(UniqueId.Length);
            item.Property(row => row.ContentType).HasMaxLength(EditorialItem.LongestName);
            item.Property(row => row.State).HasMaxLength(EditorialItem.LongestName);
            item.Property(row => row.Assignee).HasMaxLength(LongestPerson);
            item.Property(row => row.Sender).HasMaxLength(LongestPerson);
            item.Property(row => row.Approver).HasMaxLength(LongestPerson);
            item.Property(row => row.ChangeNote).HasMaxLength(LongestNote);
            item.Property(row => row.ApprovedVersionId).HasMaxLength(UniqueId.Length);
            item.Property(row => row.Revision).IsConcurrencyToken();
            item.HasIndex(row => new { row.TenantId, row.State, row.ContentType, row.DueUtc });
            item.HasIndex(row => new { row.TenantId, row.Publication });
            item.HasIndex(row => new { row.TenantId, row.PlannedUtc });
            item.HasIndex(row => new { row.TenantId, row.ExpiresUtc });
            item.HasIndex(row => new { row.TenantId, row.ReviewByUtc });
        });
        model.Entity<CheckedDefinition>(definition =>
        {
            definition.ToTable("CheckedDefinitions");
            definition.HasKey(row => row.Name);
            definition.Property(row => row.Name).HasMaxLength(EditorialItem.LongestName);
            definition.Property(row => row.Sha256).HasMaxLength(64);
        });
        model.Entity<FeedPosition>().HasData(new FeedPosition { Name = KeepNotifications.Name, Sequence = 0 });
        model.Entity<Notification>(notification =>
        {
            notification.ToTable("Notifications");
            notification.HasKey(row => row.Id);
            notification.Property(row => row.Id).HasMaxLength(UniqueId.Length);
            notification.Property(row => row.EntryId).HasMaxLength(UniqueId.Length);
            notification.Property(row => row.ItemId).HasMaxLength(UniqueId.Length);
            notification.Property(row => row.Title).HasMaxLength(LongestTitle);
            notification.Property(row => row.Person).HasMaxLength(LongestPerson);
            notification.Property(row => row.Transition).HasMaxLength(EditorialItem.LongestName);
            notification.Property(row => row.Page).HasMaxLength(LongestTitle);
            notification.Property(row => row.Text).HasMaxLength(EditorialEntry.LongestText);
            notification.HasIndex(row => new { row.EntryId, row.AccountId }).IsUnique();
            notification.HasIndex(row => new { row.AccountId, row.ReadUtc, row.CreatedUtc });
            notification.HasIndex(row => new { row.MailedUtc, row.CreatedUtc });
            notification.HasIndex(row => row.TenantId);
        });
        model.Entity<NotificationChoice>(choice =>
        {
            choice.ToTable("NotificationChoices");
            choice.HasKey(row => row.AccountId);
            choice.Property(row => row.AccountId).ValueGeneratedNever();
        });
        model.Entity<Absence>(absence =>
        {
            absence.ToTable("Absences");
            absence.HasKey(row => new { row.TenantId, row.Id });
            absence.Property(row => row.Id).HasMaxLength(UniqueId.Length);
            absence.Property(row => row.Person).HasMaxLength(LongestPerson);
            absence.Property(row => row.Delegate).HasMaxLength(LongestPerson);
            absence.HasIndex(row => new { row.TenantId, row.DelegateId });
            absence.HasIndex(row => new { row.TenantId, row.PersonId });
        });
        model.Entity<Proposal>(proposal =>
        {
            proposal.ToTable("Proposals");
            proposal.HasKey(row => row.Id);
            proposal.Property(row => row.Id).HasMaxLength(UniqueId.Length);
            proposal.Property(row => row.FromItemId).HasMaxLength(UniqueId.Length);
            proposal.Property(row => row.FromVersionId).HasMaxLength(UniqueId.Length);
            proposal.Property(row => row.ToItemId).HasMaxLength(UniqueId.Length);
            proposal.Property(row => row.CopiedVersionId).HasMaxLength(UniqueId.Length);
            proposal.Property(row => row.ContentType).HasMaxLength(EditorialItem.LongestName);
            proposal.Property(row => row.Title).HasMaxLength(LongestTitle);
            proposal.Property(row => row.ProposedBy).HasMaxLength(LongestPerson);
            proposal.Property(row => row.AnsweredBy).HasMaxLength(LongestPerson);
            proposal.Property(row => row.Note).HasMaxLength(Proposal.LongestText);
            proposal.Property(row => row.Answer).HasMaxLength(Proposal.LongestText);
            proposal.Property(row => row.Revision).IsConcurrencyToken();
            proposal.HasIndex(row => new { row.FromTenantId, row.FromItemId });
            proposal.HasIndex(row => new { row.ToTenantId, row.State, row.ProposedUtc });
            proposal.HasIndex(row => row.News);
        });
        model.Entity<CoApprovalRule>(rule =>
        {
            rule.ToTable("CoApprovalRules");
            rule.HasKey(row => row.Id);
            rule.Property(row => row.Id).HasMaxLength(UniqueId.Length);
            rule.Property(row => row.TermId).HasMaxLength(UniqueId.Length);
            rule.Property(row => row.AskedBy).HasMaxLength(LongestPerson);
            rule.HasIndex(row => new { row.TenantId, row.TermId }).IsUnique();
        });
        model.Entity<PlannedMove>(move =>
        {
            move.ToTable("PlannedMoves");
            move.HasKey(row => new { row.TenantId, row.ItemId, row.Kind });
            move.Property(row => row.ItemId).HasMaxLength(UniqueId.Length);
            move.HasIndex(row => row.AtUtc);
        });
        model.Entity<EditorialEntry>(entry =>
        {
            entry.ToTable("EditorialEntries");
            entry.HasKey(row => new { row.TenantId, row.Id });
            entry.Property(row => row.Id).HasMaxLength(UniqueId.Length);
            entry.Property(row => row.ItemId).HasMaxLength(UniqueId.Length);
            entry.Property(row => row.VersionId).HasMaxLength(UniqueId.Length);
            entry.Property(row => row.Person).HasMaxLength(LongestPerson);
            entry.Property(row => row.OnBehalfOf).HasMaxLength(LongestPerson);
            entry.Property(row => row.Transition).HasMaxLength(EditorialItem.LongestName);
            entry.Property(row => row.FromState).HasMaxLength(EditorialItem.LongestName);
            entry.Property(row => row.ToState).HasMaxLength(EditorialItem.LongestName);
            entry.Property(row => row.Choice).HasMaxLength(EditorialItem.LongestName);
            entry.Property(row => row.Assignee).HasMaxLength(LongestPerson);
            entry.Property(row => row.Text).HasMaxLength(EditorialEntry.LongestText);
            entry.Property(row => row.ChangeNote).HasMaxLength(LongestNote);
            entry.HasIndex(row => new { row.TenantId, row.ItemId, row.AtUtc });
        });
    }
}
