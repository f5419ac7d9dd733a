using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OrchardSite.Data;
using OrchardSite.Users.Roles;

namespace OrchardSite.Media;

/// <summary>Creates, moves and removes folders of the library. Files keep being found under the names they had.</summary>
public sealed class MediaFolders(SiteDbContext db, MediaChanges changes, IOptions<MediaOptions> options, TimeProvider time, IStringLocalizer localizer)
{
    /// <returns>The folder's path.</returns>
    public async Task<OperationResult<string>> CreateAsync(string path, Actor actor, CancellationToken cancellationToken = default)
    {
        if (Refuse(path, actor, out var read) is { } refusal)
        {
            return refusal;
        }

        await using var work = await db.BeginAsync(cancellationToken);
        if (await IsTakenAsync(read, cancellationToken))
        {
            return MediaRefusals.Taken(localizer, read);
        }

        await changes.AddFoldersAsync([read], cancellationToken);
        await changes.RecordAsync("CreateMediaFolder", [read], actor, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return read;
    }

    /// <returns>The folder's path.</returns>
    public async Task<OperationResult<string>> MoveAsync(string path, string newPath, Actor actor, CancellationToken cancellationToken = default)
    {
        if (Refuse(newPath, actor, out var target) is { } refusal)
        {
            return refusal;
        }

        if (target == path)
        {
            return path;
        }

        if (options.Value.IsSecured(path) != options.Value.IsSecured(target))
        {
            return MediaRefusals.SecuredMove(localizer);
        }

        await using var work = await db.BeginAsync(cancellationToken);
        var files = await FilesIn(path).AsNoTracking().ToListAsync(cancellationToken);
        if ((await RefuseMoveAsync(path, target, cancellationToken) ?? await RefuseNamesAsync(files, path, target, cancellationToken)) is { } refused)
        {
            return refused;
        }

        var folders = await FoldersIn(path).Select(row => row.Path).ToListAsync(cancellationToken);
        await MoveFilesAsync(files, path, target, cancellationToken);
        await FoldersIn(path).ExecuteDeleteAsync(cancellationToken);
        await changes.AddFoldersAsync(folders.Select(folder => target + folder[path.Length..]), cancellationToken);
        await changes.RecordAsync("MoveMediaFolder", [path, target, .. files.Select(file => file.Path)], actor, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return target;
    }

    /// <summary>Removes a folder in which there is no file.</summary>
    /// <returns>The folder that it was in.</returns>
    public async Task<OperationResult<string>> DeleteAsync(string path, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!actor.Can(MediaPermissions.ManageMediaFolder))
        {
            return Forbidden();
        }

        await using var work = await db.BeginAsync(cancellationToken);
        if (!await db.Set<MediaFolder>().AnyAsync(row => row.Path == path, cancellationToken))
        {
            return NoFolder(path);
        }

        if (await FilesIn(path).CountAsync(cancellationToken) is > 0 and var count)
        {
            return new Refusal(RefusalKind.Conflict, localizer["There are {0} files in “{1}”. Move or delete them first.", count, path]);
        }

        await FoldersIn(path).ExecuteDeleteAsync(cancellationToken);
        await changes.RecordAsync("DeleteMediaFolder", [path], actor, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return MediaPath.FolderOf(path);
    }

    private Refusal? Refuse(string path, Actor actor, out string read)
    {
        read = "";
        return !actor.Can(MediaPermissions.ManageMediaFolder) ? Forbidden()
            : !MediaPath.TryRead(path, out read, out var fault) ? MediaRefusals.Path(localizer, fault)
            : null;
    }

    private Refusal Forbidden() => new(RefusalKind.Forbidden, localizer["You may not change the folders of this site."]);

    private Refusal NoFolder(string path) => new(RefusalKind.NotFound, localizer["There is no folder “{0}” in the library.", path]);

    private async Task<Refusal?> RefuseMoveAsync(string path, string target, CancellationToken cancellationToken)
    {
        if (!await db.Set<MediaFolder>().AnyAsync(row => row.Path == path, cancellationToken))
        {
            return NoFolder(path);
        }

        if (target.StartsWith(path + "/", StringComparison.Ordinal))
        {
            return new Refusal(RefusalKind.Invalid, localizer["A folder cannot be moved into itself."], nameof(MediaUpload.Path));
        }

        if (await IsTakenAsync(target, cancellationToken))
        {
            return MediaRefusals.Taken(localizer, target);
        }

        var right = MediaPermissions.OfFolder(path);
        var roles = await db.Set<Role>().AsNoTracking().ToListAsync(cancellationToken);
        return roles.Find(role => role.Permissions.Contains(right)) is { } role
            ? new Refusal(RefusalKind.Conflict, localizer["The role “{0}” has rights on this folder. Take them from it first.", role.Name])
            : null;
    }

    // A name that a file had before means that file, unless it is one of those that move.
    private async Task<Refusal?> RefuseNamesAsync(List<MediaFile> files, string path, string target, CancellationToken cancellationToken)
    {
        if (files.Exists(file => file.Path.Length - path.Length + target.Length > MediaPath.Longest))
        {
            return MediaRefusals.Path(localizer, "A path in the library has at most 255 characters.");
        }

        var (inside, insideTarget) = (path + "/", target + "/");
        var former = await db.Set<FormerMediaPath>()
            .Where(row => row.Path.Substring(0, insideTarget.Length) == insideTarget && row.Target.Substring(0, inside.Length) != inside)
            .Select(row => row.Path)
            .ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        return files.Select(file => target + file.Path[path.Length..]).FirstOrDefault(former.Contains) is { } taken ? MediaRefusals.Taken(localizer, taken) : null;
    }

    private async Task<bool> IsTakenAsync(string path, CancellationToken cancellationToken) =>
        await db.Set<MediaFolder>().AnyAsync(row => row.Path == path, cancellationToken)
        || await db.Set<MediaFile>().AnyAsync(row => row.Path == path, cancellationToken);

    // Compared by Substring: LIKE takes capital and small letters for the same on some databases.
    private IQueryable<MediaFile> FilesIn(string path)
    {
        var inside = path + "/";
        return db.Set<MediaFile>().Where(row => row.Folder == path || row.Folder.Substring(0, inside.Length) == inside);
    }

    private async Task MoveFilesAsync(List<MediaFile> files, string path, string target, CancellationToken cancellationToken)
    {
        var inside = path + "/";
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var former in await db.Set<FormerMediaPath>().Where(row => row.Target.Substring(0, inside.Length) == inside).ToListAsync(cancellationToken))
        {
            former.Target = target + former.Target[path.Length..];
            if (former.Target == former.Path)
            {
                db.Remove(former);
            }
        }

        await db.SaveChangesAsync(cancellationToken);

        await FilesIn(path).ExecuteDeleteAsync(cancellationToken);
        await db.InsertAsync(files.ConvertAll(file => file.At(target + file.Path[path.Length..], now)), cancellationToken);
        await db.InsertAsync(files.ConvertAll(file => new FormerMediaPath { Path = file.Path, Target = target + file.Path[path.Length..] }), cancellationToken);
    }

    private IQueryable<MediaFolder> FoldersIn(string path)
    {
        var inside = path + "/";
        return db.Set<MediaFolder>().Where(row => row.Path == path || row.Path.Substring(0, inside.Length) == inside);
    }
}
