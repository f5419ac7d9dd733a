using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Theming.PageCache;

namespace OrchardSite.Media;

/// <summary>What pages and readers ask of a file, in memory.</summary>
/// <param name="Address">Inside the site, such as <c>/media/hinh-anh/a.jpg?v=0123abcd</c>.</param>
/// <param name="Path">Where the file is; it may have been asked for under a former name.</param>
/// <param name="Size">In bytes.</param>
public sealed record MediaEntry(
    string Address, string Path, string Sha256, long Size, string ContentType, int? Width, int? Height, DateTime ModifiedUtc, PictureFocus? Focus)
{
    public string Fingerprint => MediaAddress.Fingerprint(Sha256, Focus);
}

/// <summary>The point of a picture that stays in sight when it is cut, in hundredths from the left and from the top.</summary>
public readonly record struct PictureFocus(int X, int Y)
{
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{X:D2}{Y:D2}");
}

/// <summary>A path as the key of the index.</summary>
public readonly record struct MediaKey(string Path);

/// <summary>The files that were asked for lately, of all tenants together; followed by the change feed like pages are.</summary>
public sealed class MediaIndex(IDbContextFactory<SiteDbContext> contexts, TimeProvider time) : TaggedCache<MediaKey, MediaEntry>(time, Budget)
{
    private const long Budget = 16 * 1024 * 1024;
    private const int SizeOfEntry = 600;

    private static readonly Func<SiteDbContext, string, Task<MediaFile?>> FileQuery = EF.CompileAsyncQuery(
        (SiteDbContext db, string path) => db.Set<MediaFile>().AsNoTracking().FirstOrDefault(file => file.Path == path));

    private static readonly Func<SiteDbContext, string, Task<MediaFile?>> FormerQuery = EF.CompileAsyncQuery(
        (SiteDbContext db, string path) => db.Set<MediaFile>().AsNoTracking().FirstOrDefault(file => file.Path == db.Set<FormerMediaPath>().Where(former => former.Path == path).Select(former => former.Target).FirstOrDefault()));

    /// <param name="path">As <see cref="MediaPath"/> writes it.</param>
    /// <param name="asOf">The change feed's position before the caller read anything.</param>
    public ValueTask<MediaEntry?> FindAsync(int tenantId, string path, long asOf) =>
        TryGet(tenantId, new MediaKey(path), out var entry) ? new(entry) : new(LoadAsync(tenantId, path, asOf));

    private async Task<MediaEntry?> LoadAsync(int tenantId, string path, long asOf)
    {
        await using var db = contexts.CreateForTenant(tenantId);
        var file = await FileQuery(db, path) ?? await FormerQuery(db, path);
        if (file is null)
        {
            // Not remembered: made-up names must not push out what is asked for.
            return null;
        }

        var focus = file is { FocusX: { } x, FocusY: { } y } ? new PictureFocus(x, y) : (PictureFocus?)null;
        var entry = new MediaEntry(MediaAddress.Of(file.Path, MediaAddress.Fingerprint(file.Sha256, focus)), file.Path, file.Sha256, file.Size, file.ContentType, file.Width, file.Height, file.ModifiedUtc, focus);
        var tags = new HashSet<string>(StringComparer.Ordinal) { CacheTag.Media(path), CacheTag.Media(file.Path) };
        Store(tenantId, new MediaKey(path), entry, SizeOfEntry + (path.Length * 8), tags, asOf);
        return entry;
    }
}
