using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Search;
using OrchardSite.Search.Indexing;

namespace OrchardSite.Search.Querying;

/// <summary>Whose content is searched, and how much of it: no search goes past this.</summary>
internal sealed class SearchScope
{
    private readonly string _name;
    private readonly IReadOnlyList<int> _tenantIds;
    private readonly List<Query> _limits = [];

    private SearchScope(string name, IReadOnlyList<int> tenantIds) => (_name, _tenantIds) = (name, tenantIds);

    /// <summary>What every reader may read now.</summary>
    /// <param name="tenantIds">One, or all whose content may be searched together.</param>
    public static SearchScope OfReaders(IReadOnlyList<int> tenantIds, DateTimeOffset now)
    {
        var scope = new SearchScope(SearchFields.Public, tenantIds);
        scope._limits.Add(NumericRangeQuery.NewInt64Range(SearchFields.Expires, now.UtcTicks, null, minInclusive: false, maxInclusive: true));
        return scope;
    }

    /// <summary>The newest versions of a tenant's items, as far as the limits let a person see them.</summary>
    /// <param name="limits">At least one: rights are never without.</param>
    public static SearchScope OfDesk(int tenantId, IEnumerable<Query> limits)
    {
        var scope = new SearchScope(SearchFields.Desk, [tenantId]);
        scope._limits.AddRange(limits);
        return scope._limits.Count > 0 ? scope : throw new ArgumentException("A search of the dashboard needs the person's rights.", nameof(limits));
    }

    public Query Limit(Query query)
    {
        var limited = new BooleanQuery
        {
            { query, Occur.MUST },
            { Ranking.Silent(new TermQuery(new Term(SearchFields.Scope, _name))), Occur.MUST },
            { Ranking.Silent(OfTenants()), Occur.MUST },
        };
        foreach (var limit in _limits)
        {
            limited.Add(Ranking.Silent(limit), Occur.MUST);
        }

        return limited;
    }

    private Query OfTenants()
    {
        var names = _tenantIds.Select(id => id.ToString(CultureInfo.InvariantCulture)).ToArray();
        return names.Length == 1
            ? new TermQuery(new Term(SearchFields.Tenant, names[0]))
            : new ConstantScoreQuery(new FieldCacheTermsFilter(SearchFields.Tenant, names));
    }
}
