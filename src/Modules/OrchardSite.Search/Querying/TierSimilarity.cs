using Lucene.Net.Search.Similarities;

namespace OrchardSite.Search.Querying;

/// <summary>Leaves scores as <see cref="Ranking"/> gives them: what is found in a better way comes first, however rare its words.</summary>
internal sealed class TierSimilarity : DefaultSimilarity
{
    public override float QueryNorm(float sumOfSquaredWeights) => 1;

    public override float Coord(int overlap, int maxOverlap) => 1;
}
