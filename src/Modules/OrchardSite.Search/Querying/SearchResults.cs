using System.Text;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Data;
using OrchardSite.Search.Files;
using OrchardSite.Search.Indexing;
using OrchardSite.Tenants;
using OrchardSite.Theming;

namespace OrchardSite.Search.Querying;

/// <summary>A public item as it is in the tables at this moment.</summary>
internal sealed record FoundContent(Tenant Tenant, ContentItem Item, string Json)
{
    public string Text => ItemText.Of(Json);
}

/// <summary>Reads what is shown of the hits: a text that was taken down this moment is not shown, whatever the index says.</summary>
internal sealed class SearchResults(IDbContextFactory<SiteDbContext> contexts, TenantDirectory tenants, SiteAddresses addresses, FileTexts texts, TimeProvider time)
{
    /// <returns>Those that readers may see, in the order of the hits.</returns>
    public async Task<IReadOnlyList<FoundContent>> ReadAsync(IReadOnlyList<SearchHit> hits, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var found = new Dictionary<SearchHit, FoundContent>();
        foreach (var group in hits.GroupBy(hit => hit.TenantId))
        {
            if (tenants.Find(group.Key) is not { State: TenantState.Running } tenant)
            {
                continue;
            }

            var ids = group.Select(hit => hit.ItemId).ToArray();
            await using var db = contexts.CreateForTenant(group.Key);
            var rows = await (
                from item in db.Set<ContentItem>().AsNoTracking()
                join version in db.Set<ContentVersion>().AsNoTracking() on item.PublishedVersionId equals version.Id
                where ids.Contains(item.Id) && item.IsPublic && item.Path != null && item.DeletedUtc == null && (item.ExpiresUtc == null || item.ExpiresUtc > now)
                select new { Item = item, version.Json }).ToListAsync(cancellationToken);
            foreach (var row in rows)
            {
                found.Add(new SearchHit(group.Key, row.Item.Id), new FoundContent(tenant, row.Item, row.Json));
            }
        }

        return [.. hits.Where(found.ContainsKey).Select(hit => found[hit])];
    }

    /// <summary>The text of the files of a found item, as far as it has been read.</summary>
    public async Task<string> FileTextAsync(FoundContent found, CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForTenant(found.Tenant.Id);
        var version = found.Item.PublishedVersionId!;
        var text = new StringBuilder();
        foreach (var sha256 in (await AttachedDocuments.OfVersionsAsync(db, [version], cancellationToken))[version])
        {
            text.AppendLine(await texts.FindAsync(sha256, cancellationToken));
        }

        return text.ToString();
    }

    /// <summary>The address of a found item, as a page of this or of another site links to it.</summary>
    public ValueTask<string> AddressOfAsync(FoundContent found, PageRendering page) => addresses.OfAsync(found.Tenant, found.Item.Path!, page);
}
