using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid.Values;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Search.Indexing;
using OrchardSite.Search.Querying;
using OrchardSite.Tenants;
using OrchardSite.Theming.Liquid;

namespace OrchardSite.Search.Queries;

/// <param name="Items">As every reader may see them.</param>
/// <param name="Count">Of all that was found, also beyond <paramref name="Items"/>.</param>
/// <param name="ContentTypes">Types of which something may have been found.</param>
/// <param name="IsUpToDate">False where the index has not come as far as was asked, so that another answer may follow.</param>
internal sealed record QueryResults(IReadOnlyList<ContentView> Items, int Count, IReadOnlyCollection<string> ContentTypes, bool IsUpToDate);

/// <summary>Runs a site's named queries over what every reader may read there. Singleton.</summary>
internal sealed class RunQuery(
    LiquidEngine liquid, SearchIndex index, ContentSearch search, SearchResults results, TenantCache<NamedQueries> queries, TenantCache<ContentDefinitions> definitions,
    TenantCache<TermTree> terms, TenantCache<Synonyms> synonyms, TenantCache<SiteSettings> settings, TimeProvider time, IStringLocalizer localizer)
{
    // A page shows what was published with the change that had it rendered anew: the index has that within a moment.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // What a parameter says stays inside the text of the JSON that it was written into.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    /// <param name="parameters">What the query's template calls by name.</param>
    /// <param name="asOf">Position of the change feed up to which it finds what was published.</param>
    public async Task<OperationResult<QueryResults>> RunAsync(
        int tenantId, string name, IEnumerable<KeyValuePair<string, FluidValue>> parameters, long asOf, CancellationToken cancellationToken)
    {
        if ((await queries.GetAsync(tenantId)).Find(name) is not { } named)
        {
            return new Refusal(RefusalKind.NotFound, localizer["This site has no query with the name “{0}”.", name]);
        }

        LuceneQuery query;
        try
        {
            var json = named.HasParameters ? await liquid.RenderAsync(named.Template, parameters, Encoder) : named.Template;
            query = new LuceneQueryReader(await SiteAsync(tenantId), localizer).Read(json);
        }
        catch (Exception exception) when (exception is LuceneQueryException or InvalidOperationException)
        {
            return new Refusal(RefusalKind.Invalid, localizer["The query “{0}” cannot be run. {1}", name, exception.Message]);
        }

        var isUpToDate = await index.WaitForAsync(asOf, Patience, cancellationToken);
        var scope = SearchScope.OfReaders([tenantId], time.GetUtcNow());
        var types = query.ContentTypes ?? [.. (await definitions.GetAsync(tenantId)).Types.Select(type => type.Name)];
        if (query.Size == 0)
        {
            return new QueryResults([], 0, types, IsUpToDate: true);
        }

        if (search.Find(query.Query, scope, query.Sort, query.From, query.Size, []) is not { } hits)
        {
            return new Refusal(RefusalKind.Unavailable, localizer["Search is not available at the moment."]);
        }

        var found = await results.ReadAsync(hits.Hits, cancellationToken);
        return new QueryResults([.. found.Select(each => new ContentView(each.Item, each.Json))], hits.Total - (hits.Hits.Count - found.Count), types, isUpToDate);
    }

    private async ValueTask<LuceneQuerySite> SiteAsync(int tenantId) => new(
        tenantId,
        await definitions.GetAsync(tenantId),
        await terms.GetAsync(tenantId),
        await synonyms.GetAsync(tenantId),
        await settings.GetAsync(tenantId),
        time.GetUtcNow());
}
