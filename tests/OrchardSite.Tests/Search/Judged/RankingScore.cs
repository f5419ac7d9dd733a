namespace OrchardSite.Tests.Search.Judged;

/// <summary>How good an order of documents is.</summary>
/// <param name="Gain">nDCG@10: 1 for the best order there is, 0 for nothing of use.</param>
/// <param name="Success">success@1: the share of queries whose first document is good.</param>
internal sealed record RankingScore(double Gain, double Success)
{
    public const int Depth = 10;

    private const int Good = 2;

    public static RankingScore Of(JudgedQuery query, IReadOnlyList<JudgedDocument> found)
    {
        var best = GainOf(JudgedCorpus.All.Select(query.Grade).OrderDescending());
        return new RankingScore(GainOf(found.Select(query.Grade)) / best, found.Count > 0 && query.Grade(found[0]) >= Good ? 1 : 0);
    }

    public static RankingScore Mean(IReadOnlyCollection<RankingScore> scores) => new(scores.Average(score => score.Gain), scores.Average(score => score.Success));

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Gain:0.000} {Success:0.00}");

    private static double GainOf(IEnumerable<int> grades) => grades.Take(Depth).Index().Sum(pair => (Math.Pow(2, pair.Item) - 1) / Math.Log2(pair.Index + 2));
}
