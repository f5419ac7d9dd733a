using System.Text.RegularExpressions;
using Lucene.Net.Documents;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Data;
using OrchardSite.Text;

namespace OrchardSite.Search.Indexing;

/// <summary>Reads what belongs into the index: every public item with an address of its own.</summary>
internal sealed partial class IndexedContent(IDbContextFactory<SiteDbContext> contexts)
{
    private const int BatchSize = 500;

    public static string KeyOf(int tenantId, string itemId) => $"{tenantId}:{itemId}";

    /// <returns>A document for each of the items that readers may find; the others are to be forgotten.</returns>
    public async Task<IReadOnlyList<Document>> ReadAsync(int tenantId, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForTenant(tenantId);
        var found = await Query(db).Where(row => ids.Contains(row.Item.Id)).ToListAsync(cancellationToken);
        return found.ConvertAll(row => ToDocument(tenantId, row));
    }

    public async IAsyncEnumerable<Document> ReadAllAsync(int tenantId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForTenant(tenantId);
        for (var last = ""; ;)
        {
            var batch = await Query(db).Where(row => string.Compare(row.Item.Id, last) > 0).OrderBy(row => row.Item.Id).Take(BatchSize).ToListAsync(cancellationToken);
            foreach (var row in batch)
            {
                yield return ToDocument(tenantId, row);
            }

            if (batch.Count < BatchSize)
            {
                yield break;
            }

            last = batch[^1].Item.Id;
        }
    }

    private static IQueryable<Row> Query(SiteDbContext db) =>
        from item in db.Set<ContentItem>().AsNoTracking()
        join version in db.Set<ContentVersion>().AsNoTracking() on item.PublishedVersionId equals version.Id
        where item.IsPublic && item.Path != null && item.DeletedUtc == null
        select new Row { Item = item, Json = version.Json };

    private static Document ToDocument(int tenantId, Row row)
    {
        var item = row.Item;
        var document = new Document
        {
            new StringField(SearchFields.Key, KeyOf(tenantId, item.Id), Field.Store.NO),
            new StringField(SearchFields.Tenant, tenantId.ToString(null, null), Field.Store.NO),
            new StringField(SearchFields.Type, item.ContentType, Field.Store.NO),
            new StoredField(SearchFields.Item, item.Id),
            new TextField(SearchFields.Title, item.DisplayText, Field.Store.NO),
            new TextField(SearchFields.Lead, ItemText.Of(item.Summary), Field.Store.NO),
            new TextField(SearchFields.Body, ItemText.Of(row.Json), Field.Store.NO),
            new NumericDocValuesField(SearchFields.Published, (item.PublishedUtc ?? item.CreatedUtc).Ticks),
            new Int64Field(SearchFields.Expires, item.ExpiresUtc?.Ticks ?? long.MaxValue, Field.Store.NO),
        };
        foreach (var number in NumberPattern().Matches(VietnameseText.Fold(item.DisplayText)).Select(match => VietnameseText.NumberKey(match.Value)).Distinct())
        {
            document.Add(new StringField(SearchFields.Number, number, Field.Store.NO));
        }

        return document;
    }

    // A number and the letters that belong to it: 138-CV/DUK, 05/QD-SCT, 21-KL/TW.
    [GeneratedRegex(@"\b\d{1,6}[-/]?(?:\d{4}[-/])?[a-z]{1,8}(?:[-/][a-z0-9]{1,12}){0,3}")]
    private static partial Regex NumberPattern();

    private sealed class Row
    {
        public required ContentItem Item { get; init; }

        public required string Json { get; init; }
    }
}
