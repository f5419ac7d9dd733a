using System.Globalization;
using System.Text.RegularExpressions;
using Lucene.Net.Documents;
using Lucene.Net.Util;
using OrchardSite.Content;
using OrchardSite.Content.Listing;
using OrchardSite.Search.Analysis;
using OrchardSite.Search.Facets;
using OrchardSite.Tenants;
using OrchardSite.Text;

namespace OrchardSite.Search.Indexing;

/// <summary>An item with what the index needs of it.</summary>
/// <param name="Published">Null for what readers do not see.</param>
/// <param name="TermIds">Those of the published version.</param>
/// <param name="LatestTermIds">Those of the newest version.</param>
/// <param name="Files">The files of each version that has some, by its id.</param>
internal sealed record IndexedItem(
    int TenantId,
    ContentItem Row,
    string? Published,
    string Latest,
    IReadOnlyCollection<string> TermIds,
    IReadOnlyCollection<string> LatestTermIds,
    IReadOnlyDictionary<string, FilesOfVersion> Files);

/// <param name="Text">Of those that have been read.</param>
/// <param name="IsWhole">False while some are still to be read.</param>
internal sealed record FilesOfVersion(string Text, bool IsWhole);

/// <summary>Writes an item as documents of the index: one, or two where editors see another version than readers.</summary>
internal sealed partial class ContentDocument(IEnumerable<ISearchFacet> facets)
{
    private const int ShortestTelephone = 8;
    private const int LongestKey = 40;

    private readonly ISearchFacet[] _facets = [.. facets];

    public static string KeyOf(int tenantId, string itemId) => string.Create(CultureInfo.InvariantCulture, $"{tenantId}:{itemId}");

    public IEnumerable<Document> Of(IndexedItem item, SiteSettings settings)
    {
        var row = item.Row;
        var isSame = item.Published is not null && row.PublishedVersionId == row.LatestVersionId;
        if (item.Published is { } published)
        {
            var document = Begin(item, row.PublishedVersionId!, row.DisplayText, ItemText.Of(row.Summary), published);
            AddPublic(document, item, published, settings);
            if (isSame)
            {
                AddDesk(document, item);
            }

            yield return document;
        }

        if (!isSame)
        {
            var document = Begin(item, row.LatestVersionId, row.LatestText, "", item.Latest);
            AddDesk(document, item);
            yield return document;
        }
    }

    private static Document Begin(IndexedItem item, string version, string title, string lead, string json)
    {
        var body = ItemText.Of(json);
        var document = new Document
        {
            new StringField(SearchFields.Key, KeyOf(item.TenantId, item.Row.Id), Field.Store.NO),
            new StringField(SearchFields.Tenant, item.TenantId.ToString(CultureInfo.InvariantCulture), Field.Store.YES),
            new SortedDocValuesField(SearchFields.Tenant, new BytesRef(item.TenantId.ToString(CultureInfo.InvariantCulture))),
            new StringField(SearchFields.Type, item.Row.ContentType, Field.Store.NO),
            new StoredField(SearchFields.Item, item.Row.Id),
            new StoredField(SearchFields.Version, version),
            new TextField(SearchFields.Title, title, Field.Store.NO),
            new TextField(SearchFields.Lead, lead, Field.Store.NO),
            new TextField(SearchFields.Body, body, Field.Store.NO),
            new SortedDocValuesField(SearchFields.SortTitle, new BytesRef(VietnameseText.Fold(title))),
            new NumericDocValuesField(SearchFields.Published, (item.Row.PublishedUtc ?? item.Row.CreatedUtc).Ticks),
        };
        if (item.Files.TryGetValue(version, out var files))
        {
            document.Add(new TextField(SearchFields.Files, files.Text, Field.Store.NO));
            if (!files.IsWhole)
            {
                document.Add(new StringField(SearchFields.Unread, SearchFields.Unread, Field.Store.NO));
            }
        }

        AddKeys(document, SearchFields.Number, DocumentNumber.FindAll(title));
        AddKeys(document, SearchFields.Mention, DocumentNumber.FindAll(body).Concat(Telephones(body)));
        return document;
    }

    private void AddPublic(Document document, IndexedItem item, string json, SiteSettings settings)
    {
        document.Add(new StringField(SearchFields.Scope, SearchFields.Public, Field.Store.NO));
        document.Add(new Int64Field(SearchFields.Expires, item.Row.ExpiresUtc?.Ticks ?? long.MaxValue, Field.Store.NO));
        foreach (var term in item.TermIds)
        {
            document.Add(new StringField(SearchFields.Term, term, Field.Store.NO));
        }

        var faceted = new FacetItem(item.TenantId, new ContentView(item.Row, json), item.TermIds, settings);
        foreach (var facet in _facets)
        {
            foreach (var value in facet.Index(faceted).Distinct(StringComparer.Ordinal))
            {
                document.Add(new SortedSetDocValuesField(SearchFields.Facet(facet.Name), new BytesRef(value)));
            }
        }
    }

    private static void AddDesk(Document document, IndexedItem item)
    {
        var row = item.Row;
        document.Add(new StringField(SearchFields.Scope, SearchFields.Desk, Field.Store.NO));
        document.Add(new Int64Field(SearchFields.Edited, row.EditedUtc.Ticks, Field.Store.NO));
        document.Add(new NumericDocValuesField(SearchFields.Edited, row.EditedUtc.Ticks));
        document.Add(new StringField(SearchFields.Author, row.Author, Field.Store.NO));
        if (row.OwnerId is { } owner)
        {
            document.Add(new StringField(SearchFields.Owner, owner.ToString(CultureInfo.InvariantCulture), Field.Store.NO));
        }

        foreach (var state in StatesOf(row))
        {
            document.Add(new StringField(SearchFields.State, state.ToString(), Field.Store.NO));
        }

        foreach (var term in item.LatestTermIds)
        {
            document.Add(new StringField(SearchFields.LatestTerm, term, Field.Store.NO));
        }
    }

    private static IEnumerable<ContentState> StatesOf(ContentItem row)
    {
        if (row.DeletedUtc is not null)
        {
            return [ContentState.Deleted];
        }

        return row.PublishedVersionId is null
            ? [ContentState.Any, ContentState.Draft]
            : row.PublishedVersionId == row.LatestVersionId
                ? [ContentState.Any, ContentState.Published]
                : [ContentState.Any, ContentState.Published, ContentState.Changed];
    }

    private static void AddKeys(Document document, string field, IEnumerable<string> keys)
    {
        foreach (var key in keys.Where(key => key.Length <= LongestKey).Distinct(StringComparer.Ordinal))
        {
            document.Add(new StringField(field, key, Field.Store.NO));
        }
    }

    private static IEnumerable<string> Telephones(string text) =>
        TelephonePattern().Matches(text).Select(match => VietnameseText.NumberKey(match.Value)).Where(key => key.Length >= ShortestTelephone);

    [GeneratedRegex(@"\b0\d{1,4}(?:[ .-]?\d{2,8}){1,4}\b")]
    private static partial Regex TelephonePattern();
}
