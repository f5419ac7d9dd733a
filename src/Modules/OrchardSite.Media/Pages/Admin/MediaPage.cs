using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OrchardSite.Admin;

namespace OrchardSite.Media.Pages.Admin;

/// <summary>A page of the library, for those who may do anything in it.</summary>
public abstract class MediaPage(MediaList list) : AdminPage
{
    protected MediaList List { get; } = list;

    /// <summary>Every folder of the site.</summary>
    public IReadOnlyList<string> AllFolders { get; private set; } = [];

    public bool MayManageFolders => Actor.Can(MediaPermissions.ManageMediaFolder);

    /// <summary>The folders into which the person may put files; the top of the library is the empty one.</summary>
    public IEnumerable<string> OpenFolders => AllFolders.Prepend("").Where(Actor.MayAdd);

    public bool MayAdd(string folder) => Actor.MayAdd(folder);

    public bool MayChange(MediaFile file) => Actor.MayChange(file);

    /// <summary>Null for who may use the library.</summary>
    protected async Task<IActionResult?> EnterAsync(CancellationToken cancellationToken)
    {
        AllFolders = await List.FoldersAsync(cancellationToken);
        return OpenFolders.Any() || MayManageFolders ? null : Forbidden(MediaPermissions.ManageOwnMedia.Description);
    }

    /// <summary>The library, showing a folder.</summary>
    protected LocalRedirectResult ToFolder(string folder) => LocalRedirect(AddressOf("~/Admin/Media", "folder", folder));

    public string AddressOf(string page, string name, string value) => Url.Content(page) + (value.Length > 0 ? QueryString.Create(name, value).Value : "");
}
