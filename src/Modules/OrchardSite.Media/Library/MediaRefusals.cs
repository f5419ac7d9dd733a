using Microsoft.Extensions.Localization;

namespace OrchardSite.Media;

/// <summary>Reasons that several operations on the library have to refuse.</summary>
internal static class MediaRefusals
{
    public static Refusal Forbidden(IStringLocalizer localizer) => new(RefusalKind.Forbidden, localizer["You may not change the files of this site."]);

    public static Refusal ForbiddenFolder(IStringLocalizer localizer, string folder) =>
        folder.Length == 0 ? Forbidden(localizer) : new(RefusalKind.Forbidden, localizer["You may not change the files in “{0}”.", folder]);

    public static Refusal Changed(IStringLocalizer localizer, string path) =>
        new(RefusalKind.Conflict, localizer["Somebody else has changed {0} in the meantime. Open it again to see how it is now.", path]);

    public static Refusal NoFile(IStringLocalizer localizer, string path) => new(RefusalKind.NotFound, localizer["There is no file {0} in the library.", path]);

    public static Refusal Taken(IStringLocalizer localizer, string path) => new(RefusalKind.Conflict, localizer["There is {0} in the library already.", path], nameof(MediaUpload.Path));

    public static Refusal SecuredMove(IStringLocalizer localizer) => new(
        RefusalKind.Conflict, localizer["Nothing moves into a secured folder or out of it, since pages may link to it. Upload the file anew where it is to be."], nameof(MediaUpload.Path));

    public static Refusal LongAltText(IStringLocalizer localizer) => new(
        RefusalKind.Invalid, localizer["A text alternative has at most {0} characters.", MediaModel.LongestAltText], nameof(MediaUpload.AltText));

    /// <param name="most">Bytes.</param>
    public static Refusal TooLarge(IStringLocalizer localizer, long most) => new(RefusalKind.TooLarge, localizer["The file is larger than {0} MB.", Megabytes(most)], nameof(MediaUpload.Content));

    /// <param name="most">Bytes.</param>
    public static Refusal Full(IStringLocalizer localizer, long most) => new(RefusalKind.Invalid, localizer["The library is full: it holds {0} MB at most.", Megabytes(most)], nameof(MediaUpload.Content));

    public static Refusal Path(IStringLocalizer localizer, string fault) => new(RefusalKind.Invalid, localizer[fault], nameof(MediaUpload.Path));

    private static double Megabytes(long bytes) => Math.Round(bytes / 1024.0 / 1024.0, 1);
}
