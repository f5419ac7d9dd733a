using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Media;

/// <summary>What every change of the library leaves behind: its folders, an entry in the change feed and one in the audit. Scoped.</summary>
public sealed class MediaChanges(SiteDbContext db, TimeProvider time)
{
    // A longer list of tags would cost more than it spares: then the whole site counts as changed.
    private const int MostTags = 200;

    /// <summary>Makes the folders that the files are in.</summary>
    public async Task AddFoldersAsync(IEnumerable<string> folders, CancellationToken cancellationToken)
    {
        var needed = folders.SelectMany(MediaPath.Ancestry).Distinct().ToArray();
        if (needed.Length > 0)
        {
            var known = await db.Set<MediaFolder>().Where(folder => needed.Contains(folder.Path)).Select(folder => folder.Path).ToListAsync(cancellationToken);
            db.AddRange(needed.Except(known).Select(path => new MediaFolder { Path = path, Parent = MediaPath.FolderOf(path) }));
        }
    }

    /// <param name="paths">Of the files as they are, or were; names they had earlier are found here.</param>
    public async Task RecordAsync(string operation, IReadOnlyList<string> paths, Actor actor, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        string? tags = null;
        if (paths.Count <= MostTags)
        {
            var former = await db.Set<FormerMediaPath>().Where(row => paths.Contains(row.Target)).Select(row => row.Path).ToListAsync(cancellationToken);
            tags = former.Count <= MostTags ? string.Join(' ', paths.Concat(former).Distinct().Select(CacheTag.Media)) : null;
        }

        db.Add(new Change { TenantId = db.TenantId, Kind = ChangeKind.MediaChanged, Tags = tags, OccurredUtc = now });
        db.Add(AuditEntry.Of(actor, operation, now, detail: string.Join('\n', paths)));
    }
}
