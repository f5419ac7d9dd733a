using OrchardSite.Content.Definitions;
using OrchardSite.Content.Menus;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Content.Operations;

/// <summary>Tells the audit log and the change feed what an operation did, in its transaction.</summary>
public sealed class ContentChanges(SiteDbContext db, TenantCache<SiteMenus> menus, DefinitionStore definitions, IContentGate gate, TimeProvider time)
{
    // Beyond this many, telling caches of each item costs more than letting them start anew.
    private const int MostSingleChanges = 50;

    /// <param name="termIds">The terms that an item is under or was under before.</param>
    public async Task WrittenAsync(IReadOnlyList<ContentWrite> writes, Actor actor, Func<string, IEnumerable<string>> termIds, CancellationToken cancellationToken)
    {
        await gate.WrittenAsync(writes, actor, cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        await db.InsertAsync(writes.Select(write => AuditEntry.Of(actor, write.Operation, now, write.Draft.ContentItemId, write.ChangeNote, write.NewVersionNumber ?? write.StoredVersionNumber)).ToArray(), cancellationToken);
        if (writes.Count > MostSingleChanges && writes.Any(write => write.Publish))
        {
            db.Changes.Add(Change(ChangeKind.ContentPublished, null, null, now));
            return;
        }

        var linked = await menus.GetAsync(db.TenantId);
        foreach (var write in writes)
        {
            var id = write.Draft.ContentItemId;
            var appearsInMenu = !write.WasPublished && linked.LinkTo(id);
            db.Changes.Add(write.Publish
                ? Change(ChangeKind.ContentPublished, id, appearsInMenu ? null : ContentTags.Of(write, termIds(id)), now)
                : Change(ChangeKind.ContentDrafted, id, CacheTag.Item(id), now));
        }
    }

    public async Task WithdrawnAsync(ContentItem row, Actor actor, ContentWithdrawal withdrawal, IEnumerable<string> termIds, CancellationToken cancellationToken)
    {
        await gate.WithdrawnAsync(row, withdrawal, actor, cancellationToken);
        var now = Touch(row);
        var isEverywhere = (await definitions.GetAsync()).Find(row.ContentType) is not { ShapesWholeSite: false }
            || (await menus.GetAsync(db.TenantId)).LinkTo(row.Id);
        db.AuditEntries.Add(AuditEntry.Of(actor, withdrawal.Operation, now, row.Id, withdrawal.Reason));
        db.Changes.Add(Change(ChangeKind.ContentPublished, row.Id, isEverywhere ? null : ContentTags.Of(row, termIds), now));
    }

    /// <summary>Notes a change of an item that readers do not see.</summary>
    public void HiddenChanged(ContentItem row, Actor actor, string operation, string? detail = null)
    {
        var now = Touch(row);
        db.AuditEntries.Add(AuditEntry.Of(actor, operation, now, row.Id, detail));
        db.Changes.Add(Change(ChangeKind.ContentDrafted, row.Id, CacheTag.Item(row.Id), now));
    }

    private DateTime Touch(ContentItem row)
    {
        row.EditedUtc = time.GetUtcNow().UtcDateTime;
        row.Revision++;
        return row.EditedUtc;
    }

    private Change Change(ChangeKind kind, string? itemId, string? tags, DateTime now) =>
        new() { TenantId = db.TenantId, Kind = kind, ItemId = itemId, Tags = tags, OccurredUtc = now };
}
