using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Search.Indexing;

/// <summary>Fills an index from the tables, and brings it up to date by the change feed.</summary>
internal sealed class IndexMaker(IndexedContent content, IDbContextFactory<SiteDbContext> contexts)
{
    private const int AddedAtOnce = 500;

    /// <summary>Adds everything there is.</summary>
    /// <param name="unhurried">True: half of the time is left to those who read the sites.</param>
    public async Task FillAsync(IndexGeneration index, bool unhurried, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // First the position: what is committed meanwhile comes again through the feed.
        var position = await EndOfFeedAsync(db, cancellationToken);
        foreach (var tenantId in await db.Set<TenantRecord>().Select(tenant => tenant.Id).ToListAsync(cancellationToken))
        {
            await AddAllAsync(index, tenantId, unhurried, cancellationToken);
        }

        index.Position = position;
        index.Commit();
    }

    /// <summary>Applies what was committed since the index's position.</summary>
    public async Task CatchUpAsync(IndexGeneration index, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var missed = await db.Changes.AsNoTracking().Where(change => change.Sequence > index.Position).OrderBy(change => change.Sequence).ToListAsync(cancellationToken);
        await ApplyAsync(index, missed, cancellationToken);
        index.Refresh();
    }

    public async Task ApplyAsync(IndexGeneration index, IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        foreach (var tenant in changes.GroupBy(change => change.TenantId))
        {
            if (tenant.Any(ConcernsAll))
            {
                // A removed tenant has nothing to be added again.
                index.Delete(SearchFields.Tenant, tenant.Key.ToString(null, null));
                await AddAllAsync(index, tenant.Key, unhurried: false, cancellationToken);
            }
            else if (tenant.Where(IsAboutContent).Select(change => change.ItemId!).Distinct().ToArray() is { Length: > 0 } ids)
            {
                await UpdateAsync(index, tenant.Key, ids, cancellationToken);
            }
        }

        index.Position = changes.Count == 0 ? index.Position : changes[^1].Sequence;
    }

    public static async Task<long> EndOfFeedAsync(SiteDbContext db, CancellationToken cancellationToken) =>
        await db.Changes.MaxAsync(change => (long?)change.Sequence, cancellationToken) ?? 0;

    private static bool IsAboutContent(Change change) => change.Kind is ChangeKind.ContentPublished or ChangeKind.ContentDrafted;

    private static bool ConcernsAll(Change change) => change.Kind == ChangeKind.TenantChanged || (IsAboutContent(change) && change.ItemId is null);

    private async Task AddAllAsync(IndexGeneration index, int tenantId, bool unhurried, CancellationToken cancellationToken)
    {
        var pace = new BackgroundPace();
        var added = 0;
        await foreach (var entry in content.ReadAllAsync(tenantId, cancellationToken))
        {
            index.Add(entry);
            if (unhurried && ++added % AddedAtOnce == 0)
            {
                await pace.RestAsync(cancellationToken);
            }
        }
    }

    public async Task UpdateAsync(IndexGeneration index, int tenantId, string[] ids, CancellationToken cancellationToken)
    {
        var found = (await content.ReadAsync(tenantId, ids, cancellationToken)).ToDictionary(entry => entry.ItemId, StringComparer.Ordinal);
        foreach (var id in ids)
        {
            var key = ContentDocument.KeyOf(tenantId, id);
            if (found.TryGetValue(id, out var entry))
            {
                index.Update(key, entry);
            }
            else
            {
                index.Delete(SearchFields.Key, key);
            }
        }
    }
}
