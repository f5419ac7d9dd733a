using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace OrchardSite.Search.Querying;

/// <summary>
/// A term that is looked up in the segments of an index once, and not again by each part of a query that has it, or by the next
/// query: what people search for has the same words again and again, and looking up was most of the work of a search.
/// </summary>
internal sealed class SharedTermQuery(Term term) : Query
{
    // Goes with the reader, which a commit replaces.
    private static readonly ConditionalWeakTable<IndexReader, Places> PlacesOf = [];

    public override Query Rewrite(IndexReader reader) => new TermQuery(term, PlacesOf.GetValue(reader, opened => new Places(opened)).Find(term)) { Boost = Boost };

    public override void ExtractTerms(ISet<Term> terms) => terms.Add(term);

    public override string ToString(string field) => term.ToString();

    private sealed class Places(IndexReader reader)
    {
        private const int Most = 4000;

        private readonly ConcurrentDictionary<Term, TermContext> _places = new();

        public TermContext Find(Term term)
        {
            if (_places.TryGetValue(term, out var place))
            {
                return place;
            }

            if (_places.Count >= Most)
            {
                _places.Clear();
            }

            return _places[term] = TermContext.Build(reader.Context, term);
        }
    }
}
