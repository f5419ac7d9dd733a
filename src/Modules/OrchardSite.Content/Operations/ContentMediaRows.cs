using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Media;

namespace OrchardSite.Content.Operations;

/// <summary>Keeps which files of the library the items show: their public version and their latest. Scoped; inside a unit of work.</summary>
public sealed class ContentMediaRows(SiteDbContext db)
{
    public async Task WriteAsync(IReadOnlyList<ContentWrite> writes, CancellationToken cancellationToken)
    {
        var known = writes.Where(write => write.Existing is not null).Select(write => write.Draft.ContentItemId).ToArray();
        var before = known.Length == 0
            ? Array.Empty<ContentMedia>().ToLookup(row => row.ItemId, row => row.Path)
            : (await db.Set<ContentMedia>().AsNoTracking().Where(row => known.Contains(row.ItemId)).ToListAsync(cancellationToken)).ToLookup(row => row.ItemId, row => row.Path);
        var added = new List<ContentMedia>();
        foreach (var write in writes)
        {
            var id = write.Draft.ContentItemId;
            var paths = MediaReferences.In(write.Draft.Content);
            added.AddRange(paths.Except(before[id]).Select(path => new ContentMedia { ItemId = id, Path = path }));
            // A draft may have left out what readers still see.
            if ((write.Publish || !write.WasPublished) && before[id].Except(paths).ToArray() is { Length: > 0 } gone)
            {
                await db.Set<ContentMedia>().Where(row => row.ItemId == id && gone.Contains(row.Path)).ExecuteDeleteAsync(cancellationToken);
            }
        }

        await db.InsertAsync(added, cancellationToken);
    }
}

/// <summary>The items that show a file.</summary>
internal sealed class MediaOfContent(SiteDbContext db, IStringLocalizer localizer) : IMediaUses
{
    public async Task<IReadOnlyList<MediaUse>> FindAsync(IReadOnlyCollection<string> paths, CancellationToken cancellationToken)
    {
        var ids = db.Set<ContentMedia>().Where(row => paths.Contains(row.Path)).Select(row => row.ItemId);
        var items = await db.Set<ContentItem>().AsNoTracking().Where(item => ids.Contains(item.Id)).OrderBy(item => item.LatestKey)
            .Select(item => new { item.Id, item.LatestText, item.DeletedUtc })
            .ToListAsync(cancellationToken);
        return items.ConvertAll(item => new MediaUse(
            item.DeletedUtc is null ? item.LatestText : localizer["{0} (in the bin)", item.LatestText],
            $"Admin/Contents/ContentItems/{item.Id}/{(item.DeletedUtc is null ? "Edit" : "Versions")}"));
    }
}
