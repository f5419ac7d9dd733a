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

    /// <returns>Why the item may not show a file that somebody has put into one of its fields; what it had before is left alone.</returns>
    public async Task<IReadOnlyList<Refusal>> CheckAsync(ContentDraft draft, IStringLocalizer localizer, CancellationToken cancellationToken)
    {
        var shown = (
            from part in draft.Type.Parts
            from field in part.Fields
            where field.Type == "MediaField"
            from path in draft.Texts(part.Name, field.Name, "Paths")
            select (Path: path, Field: $"{part.Name}.{field.Name}.Paths")).ToArray();
        if (shown.Length == 0)
        {
            return [];
        }

        var paths = shown.Select(file => file.Path).ToArray();
        var known = await db.Set<MediaFile>().Where(file => paths.Contains(file.Path)).Select(file => file.Path)
            .Concat(db.Set<FormerMediaPath>().Where(former => paths.Contains(former.Path)).Select(former => former.Path))
            .Concat(db.Set<ContentMedia>().Where(row => row.ItemId == draft.ContentItemId && paths.Contains(row.Path)).Select(row => row.Path))
            .ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        return shown.Where(file => !known.Contains(file.Path))
            .Select(file => new Refusal(RefusalKind.Invalid, localizer["There is no file {0} in the library.", file.Path], file.Field))
            .ToArray();
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
