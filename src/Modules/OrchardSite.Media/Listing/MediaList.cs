using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Text;

namespace OrchardSite.Media;

public enum MediaKind
{
    Any,
    Picture,
    Document,
}

public enum MediaOrder
{
    Newest,
    Name,
}

/// <summary>What of the library is shown, as an address says it.</summary>
public sealed record MediaFilter
{
    private const int LongestQuery = 200;

    /// <summary>Null or empty: the top of the library.</summary>
    public string? Folder { get; init; }

    /// <summary>Words of the name, in the folder and those below it.</summary>
    public string? Q { get; init; }

    public MediaKind Kind { get; init; }

    public MediaOrder Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    internal string[] Words() => VietnameseText.Fold((Q ?? "")[..Math.Min((Q ?? "").Length, LongestQuery)]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <param name="Folders">In the folder that is shown; none where files are looked for.</param>
public sealed record MediaListPage(IReadOnlyList<MediaFile> Files, IReadOnlyList<string> Folders, int Page, int Count)
{
    public int LastPage => Math.Max(1, (Count + MediaList.PageSize - 1) / MediaList.PageSize);
}

/// <summary>The files of a site as the library shows them. Scoped.</summary>
public sealed class MediaList(SiteDbContext db)
{
    public const int PageSize = 48;

    /// <summary>Every folder, in the order of the tree.</summary>
    public async Task<IReadOnlyList<string>> FoldersAsync(CancellationToken cancellationToken) =>
        (await db.Set<MediaFolder>().Select(folder => folder.Path).ToListAsync(cancellationToken)).OrderBy(path => path.Replace('/', '\u0001'), StringComparer.CurrentCulture).ToArray();

    /// <param name="size">How many files a page has.</param>
    /// <returns>Null for a folder that there is not.</returns>
    public async Task<MediaListPage?> FindAsync(MediaFilter filter, CancellationToken cancellationToken, int size = PageSize)
    {
        var folder = filter.Folder ?? "";
        if (folder.Length > 0 && !await db.Set<MediaFolder>().AnyAsync(row => row.Path == folder, cancellationToken))
        {
            return null;
        }

        var words = filter.Words();
        var query = Narrow(In(folder, words.Length > 0), words, filter.Kind);
        // The keys first: they are all in one index, and only the rows of one page are read after.
        var count = await query.CountAsync(cancellationToken);
        var page = Math.Clamp(filter.Page, 1, Math.Max(1, (count + size - 1) / size));
        var paths = await Sort(query, filter.Sort).Select(file => file.Path).Skip((page - 1) * size).Take(size).ToListAsync(cancellationToken);
        var files = await db.Set<MediaFile>().AsNoTracking().Where(file => paths.Contains(file.Path)).ToDictionaryAsync(file => file.Path, StringComparer.Ordinal, cancellationToken);
        var folders = words.Length > 0 ? [] : await db.Set<MediaFolder>().Where(row => row.Parent == folder).Select(row => row.Path).ToListAsync(cancellationToken);
        return new MediaListPage([.. paths.Where(files.ContainsKey).Select(path => files[path])], [.. folders.Order(StringComparer.CurrentCulture)], page, count);
    }

    public Task<MediaFile?> FindAsync(string path, CancellationToken cancellationToken) =>
        db.Set<MediaFile>().AsNoTracking().FirstOrDefaultAsync(file => file.Path == path, cancellationToken);

    private IQueryable<MediaFile> In(string folder, bool alsoBelow)
    {
        var files = db.Set<MediaFile>().AsNoTracking();
        if (!alsoBelow)
        {
            return files.Where(file => file.Folder == folder);
        }

        var inside = folder + "/";
        return folder.Length == 0 ? files : files.Where(file => file.Folder == folder || file.Folder.Substring(0, inside.Length) == inside);
    }

    private static IQueryable<MediaFile> Narrow(IQueryable<MediaFile> query, string[] words, MediaKind kind)
    {
        foreach (var word in words)
        {
            query = query.Where(file => file.NameKey.Contains(word));
        }

        return kind switch
        {
            MediaKind.Picture => query.Where(file => file.ContentType.StartsWith("image/")),
            MediaKind.Document => query.Where(file => !file.ContentType.StartsWith("image/")),
            _ => query,
        };
    }

    private static IQueryable<MediaFile> Sort(IQueryable<MediaFile> query, MediaOrder order) => order == MediaOrder.Name
        ? query.OrderBy(file => file.NameKey).ThenBy(file => file.Path)
        : query.OrderByDescending(file => file.ModifiedUtc).ThenByDescending(file => file.Path);
}
