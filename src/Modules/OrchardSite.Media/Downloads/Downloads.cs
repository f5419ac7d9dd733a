using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Media;

/// <summary>How often files of the current tenant were downloaded, as far as it is written down. Scoped.</summary>
public sealed class Downloads(SiteDbContext db)
{
    /// <param name="paths">Where the files are.</param>
    /// <param name="since">The first day that counts; null: all that are known.</param>
    /// <returns>Those of the files that were downloaded at all; what was counted under their former paths is theirs.</returns>
    public async Task<IReadOnlyDictionary<string, int>> OfAsync(IReadOnlyCollection<string> paths, DateOnly? since = null, CancellationToken cancellationToken = default)
    {
        var asked = paths.ToArray();
        var former = await db.Set<FormerMediaPath>().AsNoTracking().Where(row => asked.Contains(row.Target)).ToDictionaryAsync(row => row.Path, row => row.Target, cancellationToken);
        string[] all = [.. asked, .. former.Keys];
        var first = since ?? DateOnly.MinValue;
        var counts = await db.Set<DownloadCount>().Where(row => all.Contains(row.Path) && row.Day >= first)
            .GroupBy(row => row.Path).Select(rows => new { Path = rows.Key, Times = rows.Sum(row => row.Times) }).ToListAsync(cancellationToken);
        return counts.GroupBy(count => former.GetValueOrDefault(count.Path, count.Path), StringComparer.Ordinal)
            .ToDictionary(file => file.Key, file => file.Sum(count => count.Times), StringComparer.Ordinal);
    }
}
