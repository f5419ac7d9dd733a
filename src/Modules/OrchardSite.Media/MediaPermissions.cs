namespace OrchardSite.Media;

public static class MediaPermissions
{
    public static Permission ManageMediaContent { get; } = new("ManageMediaContent", "Add, replace and remove files of the library");
}
