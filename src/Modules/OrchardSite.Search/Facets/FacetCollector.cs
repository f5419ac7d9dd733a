using Lucene.Net.Index;
using Lucene.Net.Search;

namespace OrchardSite.Search.Facets;

/// <summary>
/// Passes on the documents that have all that was chosen, and counts in one go: a facet in which something is chosen counts
/// as if nothing were, so that the reader sees what the other choices would find.
/// </summary>
internal sealed class FacetCollector(ICollector hits, IReadOnlyList<FacetCounter> facets) : ICollector
{
    private readonly FacetCounter[] _chosen = [.. facets.Where(facet => facet.Chosen is not null)];

    public int Total { get; private set; }

    public bool AcceptsDocsOutOfOrder => false;

    public void SetScorer(Scorer scorer) => hits.SetScorer(scorer);

    public void SetNextReader(AtomicReaderContext context)
    {
        hits.SetNextReader(context);
        foreach (var facet in facets)
        {
            facet.Enter(context);
        }
    }

    public void Collect(int doc)
    {
        FacetCounter? failing = null;
        foreach (var facet in _chosen)
        {
            if (facet.Accepts(doc))
            {
                continue;
            }

            if (failing is not null)
            {
                return;
            }

            failing = facet;
        }

        if (failing is not null)
        {
            failing.Count(doc);
            return;
        }

        Total++;
        hits.Collect(doc);
        foreach (var facet in facets)
        {
            facet.Count(doc);
        }
    }
}
