using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Users.Roles;

namespace OrchardSite.Media;

/// <summary>Orchard Core's permissions on the library, and one for each folder at its top, such as <c>ManageMediaContent_hinh-anh</c>.</summary>
public static class MediaPermissions
{
    public static Permission ManageMediaContent { get; } = new("ManageMediaContent", "Add, replace and remove files of the library");

    public static Permission ManageMediaFolder { get; } = new("ManageMediaFolder", "Create, move and remove folders of the library");

    public static Permission ManageOwnMedia { get; } = new("ManageOwnMedia", "Add files to the library, and change one's own", ManageMediaContent, ManageMediaFolder);

    public static Permission ViewMediaContent { get; } = new("ViewMediaContent", "See the files of secured folders", ManageMediaContent);

    internal static Permission[] All => [ManageMediaContent, ManageMediaFolder, ManageOwnMedia, ViewMediaContent];

    /// <summary>The name of the permission on what is in a folder at the top of the library, and in the folders below it.</summary>
    public static string OfFolder(string topFolder) => $"{ManageMediaContent.Name}_{topFolder}";

    /// <summary>True when the person may change every file of the folder.</summary>
    internal static bool MayManage(this Actor actor, string folder) =>
        actor.Can(ManageMediaContent) || (folder.Length > 0 && actor.Can(OfFolder(MediaPath.TopOf(folder))));

    /// <summary>True when the person may put new files into the folder.</summary>
    internal static bool MayAdd(this Actor actor, string folder) => actor.Can(ManageOwnMedia.Name) || actor.MayManage(folder);

    internal static bool MayChange(this Actor actor, MediaFile file) =>
        actor.MayManage(file.Folder) || (actor.Can(ManageOwnMedia.Name) && actor.AccountId is { } id && file.OwnerId == id);
}

/// <summary>The permissions on the folders that a site has.</summary>
internal sealed class MediaFolderPermissions(SiteDbContext db, IStringLocalizer localizer) : IPermissionSource
{
    public async ValueTask<IReadOnlyList<PermissionGroup>> GroupsAsync(CancellationToken cancellationToken)
    {
        var folders = await db.Set<MediaFolder>().Where(folder => folder.Parent == "").Select(folder => folder.Path).ToListAsync(cancellationToken);
        return folders.Count == 0
            ? []
            : [new PermissionGroup(localizer["Folders of the library"], [.. folders.Order(StringComparer.CurrentCulture).Select(OfFolder)])];
    }

    private Permission OfFolder(string folder) => new(MediaPermissions.OfFolder(folder), localizer["Add, replace and remove files in “{0}”", folder]);
}
