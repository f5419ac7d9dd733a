using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Text;

namespace OrchardSite.Search.Insight;

/// <param name="Words">As most wrote it.</param>
public sealed record AskedWords(string Words, int Times, int TimesInVain);

/// <param name="Times">Of all that was asked, also of what is not listed.</param>
/// <param name="MostFrequent">The most frequent first.</param>
/// <param name="InVain">Of what found nothing, the most frequent first.</param>
public sealed record SearchInsight(int Times, int TimesInVain, IReadOnlyList<AskedWords> MostFrequent, IReadOnlyList<AskedWords> InVain);

/// <summary>Reads what the readers of the current site searched for.</summary>
public sealed class ReadSearchInsight(SiteDbContext db, KeepSearchCounts keep)
{
    /// <summary>What fewer asked for may tell of one person.</summary>
    public const int FewestTimes = 3;

    public const int MostListed = 100;

    // More than the tails of these lists need, however differently things are written.
    private const int MostRead = 5000;

    /// <param name="since">The first day that counts.</param>
    public async Task<SearchInsight> SinceAsync(DateOnly since, CancellationToken cancellationToken)
    {
        await keep.RunAsync(cancellationToken);
        var counts = db.Set<SearchCount>().Where(row => row.Day >= since);
        var all = await counts.GroupBy(_ => 1)
            .Select(rows => new { Times = rows.Sum(row => row.Times), InVain = rows.Sum(row => row.TimesInVain) })
            .SingleOrDefaultAsync(cancellationToken);
        var words = await counts.GroupBy(row => row.Words)
            .Select(rows => new { Words = rows.Key, Times = rows.Sum(row => row.Times), InVain = rows.Sum(row => row.TimesInVain) })
            .OrderByDescending(row => row.Times)
            .Take(MostRead)
            .ToListAsync(cancellationToken);
        var asked = words
            .GroupBy(row => VietnameseText.Fold(row.Words), StringComparer.Ordinal)
            .Select(rows => new AskedWords(rows.MaxBy(row => row.Times)!.Words, rows.Sum(row => row.Times), rows.Sum(row => row.InVain)))
            .Where(row => row.Times >= FewestTimes)
            .OrderByDescending(row => row.Times).ThenBy(row => row.Words, StringComparer.CurrentCulture)
            .ToList();
        return new SearchInsight(
            all?.Times ?? 0,
            all?.InVain ?? 0,
            [.. asked.Take(MostListed)],
            [.. asked.Where(row => row.TimesInVain > 0).OrderByDescending(row => row.TimesInVain).Take(MostListed)]);
    }
}
