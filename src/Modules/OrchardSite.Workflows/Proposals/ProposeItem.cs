using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Content.Operations;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Workflows.Threads;

namespace OrchardSite.Workflows.Proposals;

/// <summary>A unit proposes what it has published to the department's site. Scoped: works for the unit's site.</summary>
public sealed class ProposeItem(SiteDbContext db, ContentRights rights, TenantDirectory tenants, IEnumerable<IContentOrigin> origins, EditorialLog log, DepartmentNews news, TimeProvider time, IStringLocalizer localizer)
{
    /// <summary>Technical name of the site that takes proposals: the first one, as Orchard Core calls it.</summary>
    public const string Department = "Default";

    /// <summary>True for items that can be proposed from this site.</summary>
    public bool CanBeProposed(ContentItem item) =>
        tenants.Find(Department) is { State: TenantState.Running } department && department.Id != db.TenantId && origins.Any(origin => origin.ContentType == item.ContentType);

    /// <summary>The last proposal of an item; null when it was never proposed.</summary>
    public Task<Proposal?> LastAsync(string itemId, CancellationToken cancellationToken) => db.Set<Proposal>().AsNoTracking()
        .Where(row => row.FromTenantId == db.TenantId && row.FromItemId == itemId && row.Kind == ProposalKind.TakeOver).OrderByDescending(row => row.ProposedUtc).FirstOrDefaultAsync(cancellationToken);

    public async Task<OperationResult<bool>> RunAsync(string itemId, string? note, Actor actor, CancellationToken cancellationToken)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        if (await db.Set<ContentItem>().FirstOrDefaultAsync(row => row.Id == itemId && row.DeletedUtc == null, cancellationToken) is not { } item)
        {
            return new Refusal(RefusalKind.NotFound, localizer["There is no such content."]);
        }

        if (!await rights.MayEditOthersAsync(actor, item, cancellationToken))
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not propose “{0}” to the department's site.", item.LatestText]);
        }

        if (!CanBeProposed(item) || item.PublishedVersionId is null)
        {
            return new Refusal(RefusalKind.Conflict, localizer["“{0}” cannot be proposed: only what this site has published can.", item.LatestText]);
        }

        if (note?.Length > Proposal.LongestText)
        {
            return new Refusal(RefusalKind.Invalid, localizer["There may be {0} characters at most.", Proposal.LongestText], "Note");
        }

        if (await LastAsync(itemId, cancellationToken) is { State: ProposalState.Waiting or ProposalState.Accepted })
        {
            return new Refusal(RefusalKind.Conflict, localizer["“{0}” is proposed already.", item.LatestText]);
        }

        var now = time.GetUtcNow().UtcDateTime;
        news.Add(new Proposal
        {
            FromTenantId = db.TenantId,
            FromItemId = item.Id,
            FromVersionId = item.PublishedVersionId,
            ToTenantId = tenants.Find(Department)!.Id,
            ContentType = item.ContentType,
            Title = item.DisplayText,
            ProposedById = actor.AccountId!.Value,
            ProposedBy = actor.Name,
            ProposedUtc = now,
            Note = note,
        });
        log.Add(new EditorialEntry { Kind = EntryKind.Comment, ItemId = item.Id, VersionId = item.LatestVersionId, AtUtc = now, PersonId = actor.AccountId, Person = actor.Name, Text = localizer["Proposed to the department's site."] });
        db.Add(AuditEntry.Of(actor, nameof(ProposeItem), now, item.Id, note));
        await work.CommitAsync(cancellationToken);
        return true;
    }
}
