using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Banners.Statistics;

/// <summary>How often banners of the current site were seen and followed, up to now. Scoped.</summary>
public sealed class BannerFigures(SiteDbContext db, KeepBannerCounts keep)
{
    /// <param name="since">The first day that counts.</param>
    /// <returns>By the id of the banner; those that were never seen are not there.</returns>
    public async Task<IReadOnlyDictionary<string, BannerNumbers>> ByBannerAsync(DateOnly since, CancellationToken cancellationToken)
    {
        await keep.RunAsync(cancellationToken);
        return await db.Set<BannerCount>().Where(row => row.Day >= since)
            .GroupBy(row => row.ItemId)
            .Select(rows => new { rows.Key, Views = rows.Sum(row => row.Views), Clicks = rows.Sum(row => row.Clicks) })
            .ToDictionaryAsync(row => row.Key, row => new BannerNumbers(row.Views, row.Clicks), cancellationToken);
    }

    /// <summary>One banner day by day, on all sites together.</summary>
    public async Task<IReadOnlyList<BannerDay>> ByDayAsync(string itemId, DateOnly since, DateOnly until, CancellationToken cancellationToken)
    {
        await keep.RunAsync(cancellationToken);
        var counts = await db.Set<BannerCount>().Where(row => row.ItemId == itemId && row.Day >= since && row.Day <= until)
            .GroupBy(row => row.Day)
            .Select(rows => new { rows.Key, Views = rows.Sum(row => row.Views), Clicks = rows.Sum(row => row.Clicks) })
            .ToDictionaryAsync(row => row.Key, row => new BannerNumbers(row.Views, row.Clicks), cancellationToken);
        return [.. Enumerable.Range(0, until.DayNumber - since.DayNumber + 1).Select(since.AddDays).Select(day => new BannerDay(day, counts.GetValueOrDefault(day)))];
    }
}

public sealed record BannerDay(DateOnly Day, BannerNumbers Numbers);
