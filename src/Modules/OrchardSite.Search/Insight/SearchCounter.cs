using System.Numerics;
using System.Text.RegularExpressions;
using OrchardSite.Data.Counting;
using OrchardSite.Search.Querying;

namespace OrchardSite.Search.Insight;

/// <summary>What readers have asked for on this node since it was written down last.</summary>
public sealed partial class SearchCounter
{
    // Whoever asks for more different things within a minute is no reader.
    private const int MostWords = 10_000;

    private readonly NodeCounter<(int TenantId, DateOnly Day, string Words), Asked> _counts = new(MostWords);

    public void Count(int tenantId, DateOnly day, SearchQuery query, bool isInVain)
    {
        var words = Blanks().Replace(query.Text, " ").Trim().ToLowerInvariant();
        if (words.Length is > 0 and <= SearchQuery.LongestText && !MayNameSomebody().IsMatch(words))
        {
            Add(tenantId, day, words, 1, isInVain ? 1 : 0);
        }
    }

    public void Add(int tenantId, DateOnly day, string words, int times, int inVain) => _counts.Add((tenantId, day, words), new Asked(times, inVain));

    /// <summary>All that was counted; from now on it is counted anew.</summary>
    public IReadOnlyList<SearchCount> Take() =>
    [
        .. _counts.Take().Select(pair => new SearchCount
        {
            TenantId = pair.Key.TenantId,
            Day = pair.Key.Day,
            Words = pair.Key.Words,
            Times = pair.Value.Times,
            TimesInVain = pair.Value.InVain,
        }),
    ];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    // Addresses of mail, and numbers as long as those of telephones and identity cards.
    [GeneratedRegex(@"@|(\d[ .\-]?){9}")]
    private static partial Regex MayNameSomebody();

    private readonly record struct Asked(int Times, int InVain) : IAdditionOperators<Asked, Asked, Asked>
    {
        public static Asked operator +(Asked left, Asked right) => new(left.Times + right.Times, left.InVain + right.InVain);
    }
}
