using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using OrchardSite.Search.Querying;

namespace OrchardSite.Search.Insight;

/// <summary>What readers have asked for on this node since it was written down last.</summary>
public sealed partial class SearchCounter
{
    // Whoever asks for more different things within a minute is no reader.
    private const int MostWords = 10_000;

    private ConcurrentDictionary<(int TenantId, DateOnly Day, string Words), (int Times, int InVain)> _counts = new();

    public void Count(int tenantId, DateOnly day, SearchQuery query, bool isInVain)
    {
        var words = Blanks().Replace(query.Text, " ").Trim().ToLowerInvariant();
        if (words.Length is > 0 and <= SearchQuery.LongestText && !MayNameSomebody().IsMatch(words))
        {
            Add(tenantId, day, words, 1, isInVain ? 1 : 0);
        }
    }

    public void Add(int tenantId, DateOnly day, string words, int times, int inVain)
    {
        var counts = _counts;
        var key = (tenantId, day, words);
        if (counts.ContainsKey(key) || counts.Count < MostWords)
        {
            counts.AddOrUpdate(key, (times, inVain), (_, before) => (before.Times + times, before.InVain + inVain));
        }
    }

    /// <summary>All that was counted; from now on it is counted anew.</summary>
    public IReadOnlyList<SearchCount> Take() =>
    [
        .. Interlocked.Exchange(ref _counts, new()).Select(pair => new SearchCount
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
}
