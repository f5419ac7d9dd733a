using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content.Listing;
using OrchardSite.Data;
using OrchardSite.Search.Indexing;
using OrchardSite.Tenants;

namespace OrchardSite.Search.Querying;

/// <summary>The search of the dashboard: the newest version of every item that the person may see, drafts included.</summary>
internal sealed class DeskSearch(ContentSearch search, SearchIndex index, TenantCache<Synonyms> synonyms, IDbContextFactory<SiteDbContext> contexts) : IContentFinder
{
    // Who has just saved something expects to find it. The index follows within a moment; longer than this nobody waits.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static readonly SortField LastEdited = new(SearchFields.Edited, SortFieldType.INT64, reverse: true);

    public async Task<IReadOnlyList<string>?> FindAsync(ContentWanted wanted, int most, CancellationToken cancellationToken)
    {
        var query = SearchQuery.Read(wanted.Words);
        if (query.IsEmpty || !await IsUpToDateAsync(cancellationToken))
        {
            return null;
        }

        var ranked = wanted.InTitles ? Ranking.Begun(query) : Ranking.Of(query, await synonyms.GetAsync(wanted.TenantId), lastIsBegun: true);
        return search.Find(ranked, SearchScope.OfDesk(wanted.TenantId, Limits(wanted)), SortOf(wanted.Order), 0, most, [])?.Hits.Select(hit => hit.ItemId).ToArray();
    }

    private async Task<bool> IsUpToDateAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await index.WaitForAsync(await IndexMaker.EndOfFeedAsync(db, cancellationToken), Patience, cancellationToken);
    }

    private static IEnumerable<Query> Limits(ContentWanted wanted)
    {
        yield return Rights(wanted);
        yield return new TermQuery(new Term(SearchFields.State, wanted.State.ToString()));
        if (wanted.TermIds is { } terms)
        {
            yield return AnyOf(SearchFields.LatestTerm, terms);
        }

        if (wanted.Author is { } author)
        {
            yield return new TermQuery(new Term(SearchFields.Author, author));
        }

        if (wanted.FromUtc is not null || wanted.UntilUtc is not null)
        {
            yield return NumericRangeQuery.NewInt64Range(SearchFields.Edited, wanted.FromUtc?.Ticks, wanted.UntilUtc?.Ticks, minInclusive: true, maxInclusive: false);
        }
    }

    private static BooleanQuery Rights(ContentWanted wanted)
    {
        var rights = new BooleanQuery { { AnyOf(SearchFields.Type, wanted.ListedTypes), Occur.SHOULD } };
        if (wanted.AccountId is { } account)
        {
            rights.Add(
                new BooleanQuery
                {
                    { AnyOf(SearchFields.Type, wanted.OwnTypes), Occur.MUST },
                    { new TermQuery(new Term(SearchFields.Owner, account.ToString(CultureInfo.InvariantCulture))), Occur.MUST },
                },
                Occur.SHOULD);
        }

        return rights;
    }

    // Of no values it finds nothing.
    private static BooleanQuery AnyOf(string field, IEnumerable<string> values)
    {
        var any = new BooleanQuery();
        foreach (var value in values)
        {
            any.Add(new TermQuery(new Term(field, value)), Occur.SHOULD);
        }

        return any;
    }

    private static Sort SortOf(ContentOrder order) => order switch
    {
        ContentOrder.Edited => new Sort(LastEdited),
        ContentOrder.Published => new Sort(new SortField(SearchFields.Published, SortFieldType.INT64, reverse: true)),
        ContentOrder.Title => new Sort(new SortField(SearchFields.SortTitle, SortFieldType.STRING)),
        _ => new Sort(SortField.FIELD_SCORE, LastEdited),
    };
}
