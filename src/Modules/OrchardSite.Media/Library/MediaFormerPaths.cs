using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Media;

/// <summary>Gives files the names that they had on another site, so that what uses those finds them. Scoped; inside a unit of work.</summary>
internal sealed class MediaFormerPaths(SiteDbContext db, MediaChanges changes)
{
    /// <param name="wanted">Where each file is, by a name that it had; only where nothing else has that name.</param>
    /// <returns>Where the files are that got a name.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(IReadOnlyDictionary<string, string> wanted, Actor actor, CancellationToken cancellationToken)
    {
        var names = wanted.Keys.ToArray();
        var taken = await db.Set<FormerMediaPath>().Where(row => names.Contains(row.Path)).Select(row => row.Path)
            .Concat(db.Set<MediaFile>().Where(file => names.Contains(file.Path)).Select(file => file.Path))
            .ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        var added = wanted.Where(pair => !taken.Contains(pair.Key)).Select(pair => new FormerMediaPath { Path = pair.Key, Target = pair.Value }).ToArray();
        if (added.Length == 0)
        {
            return [];
        }

        var targets = added.Select(row => row.Target).Distinct().ToArray();
        await db.InsertAsync(added, cancellationToken);
        await changes.RecordAsync(nameof(EditMediaFile), [.. targets], actor, cancellationToken);
        await db.CommitAsync(cancellationToken);
        return targets;
    }
}
