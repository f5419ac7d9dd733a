using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;

namespace OrchardSite.Media;

/// <summary>Takes a file out of the library. One that is shown somewhere is kept, and the places are named.</summary>
public sealed class DeleteMediaFile(SiteDbContext db, MediaUses uses, MediaChanges changes, IStringLocalizer localizer)
{
    private const int MostNamed = 3;

    /// <param name="revision">The one that the person saw.</param>
    /// <returns>The path that is free now.</returns>
    public async Task<OperationResult<string>> RunAsync(string path, int revision, Actor actor, CancellationToken cancellationToken = default)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        if (await db.Set<MediaFile>().FirstOrDefaultAsync(row => row.Path == path, cancellationToken) is not { } file)
        {
            return MediaRefusals.NoFile(localizer, path);
        }

        if (!actor.MayChange(file))
        {
            return MediaRefusals.ForbiddenFolder(localizer, file.Folder);
        }

        if (file.Revision != revision)
        {
            return MediaRefusals.Changed(localizer, path);
        }

        if (await uses.OfAsync(path, cancellationToken) is { Count: > 0 } places)
        {
            var some = string.Join("; ", places.Take(MostNamed).Select(use => use.Title));
            return new Refusal(RefusalKind.Conflict, places.Count <= MostNamed
                ? localizer["{0} is in use: {1}. Take it out there first, or replace it.", path, some]
                : localizer["{0} is in use in {2} places, such as: {1}. Take it out there first, or replace it.", path, some, places.Count]);
        }

        db.Remove(file);
        await ForgetDownloadsAsync(path, cancellationToken);
        await changes.RecordAsync(nameof(DeleteMediaFile), [path], actor, cancellationToken);
        db.RemoveRange(await db.Set<FormerMediaPath>().Where(row => row.Target == path).ToListAsync(cancellationToken));
        await work.CommitAsync(cancellationToken);
        return path;
    }

    // Another file of the same name begins anew.
    private Task ForgetDownloadsAsync(string path, CancellationToken cancellationToken) => db.Set<DownloadCount>()
        .Where(count => count.Path == path || db.Set<FormerMediaPath>().Any(former => former.Target == path && former.Path == count.Path))
        .ExecuteDeleteAsync(cancellationToken);
}
