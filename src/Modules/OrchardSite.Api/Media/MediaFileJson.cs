using System.ComponentModel;
using OrchardSite.Media;

namespace OrchardSite.Api;

[Description("A file of the library.")]
internal sealed record MediaFileJson(
    [property: Description("Folders and name, such as hinh-anh/Hội nghị.jpg; what fields of content refer to.")] string Path,
    [property: Description("Where readers get it, inside the site.")] string Address,
    string ContentType,
    [property: Description("In bytes.")] long Size,
    [property: Description("Of the bytes, in hexadecimal figures.")] string Sha256,
    [property: Description("In pixels; absent for what is no picture.")] int? Width,
    int? Height,
    [property: Description("The text for those who do not see the picture.")] string? AltText,
    DateTime ModifiedUtc)
{
    public static MediaFileJson Of(MediaFile file) => new(
        file.Path, "/" + MediaThumbnails.LastingAddressOf(file), file.ContentType, file.Size, file.Sha256, file.Width, file.Height, file.AltText, file.ModifiedUtc);

    public static string TagOf(MediaFile file) => $"\"{file.Sha256[..16]}-{ApiAnswer.Text(file.Revision)}\"";
}
