using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Content.Fields;

namespace OrchardSite.Banners;

/// <summary>What a banner must be before it is saved. After its end lists leave it out.</summary>
internal sealed partial class BannerRule(IStringLocalizer localizer) : IContentRule
{
    private const int ShortestAlt = 5;
    private const int LongestAlt = 150;

    public string ContentType => "Banner";

    public IEnumerable<Refusal> Check(ContentDraft draft, bool publishing)
    {
        draft.ExpiresUtc = draft.Time(ContentType, "EndAt");
        return CheckImage(draft).Concat(CheckLink(draft)).Concat(CheckTimes(draft)).ToArray();
    }

    private IEnumerable<Refusal> CheckImage(ContentDraft draft)
    {
        if (draft.Texts(ContentType, "Image", "Paths").FirstOrDefault() is not { } path)
        {
            yield return Refuse("Image.Paths", localizer["A banner needs a picture."]);
            yield break;
        }

        var alt = draft.Texts(ContentType, "Image", "MediaTexts").FirstOrDefault()?.Trim() ?? "";
        if (alt.Length is < ShortestAlt or > LongestAlt)
        {
            yield return Refuse("Image.MediaTexts", localizer["Describe the picture in {0} to {1} characters.", ShortestAlt, LongestAlt]);
        }
        else if (IsFileName(alt, path))
        {
            yield return Refuse("Image.MediaTexts", localizer["“{0}” is the name of a file. Describe what the picture says.", alt]);
        }
    }

    private IEnumerable<Refusal> CheckLink(ContentDraft draft)
    {
        if (!LinkAddress.IsValid(draft.Text(ContentType, "Link", "Url")))
        {
            yield return Refuse("Link.Url", localizer["A banner leads to an address that begins with http://, https:// or, inside this site, ~/."]);
        }
    }

    private IEnumerable<Refusal> CheckTimes(ContentDraft draft)
    {
        if (draft.Time(ContentType, "StartAt") >= draft.Time(ContentType, "EndAt"))
        {
            yield return Refuse("EndAt.Value", localizer["The end must be after the start."]);
        }
    }

    private static bool IsFileName(string alt, string path) =>
        ImageExtension().IsMatch(alt)
        || CameraName().IsMatch(alt)
        || string.Equals(alt, Path.GetFileName(path), StringComparison.OrdinalIgnoreCase)
        || string.Equals(alt, Path.GetFileNameWithoutExtension(path), StringComparison.OrdinalIgnoreCase);

    private Refusal Refuse(string field, string message) => new(RefusalKind.Invalid, message, $"{ContentType}.{field}");

    [GeneratedRegex(@"\.(jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic)\z", RegexOptions.IgnoreCase)]
    private static partial Regex ImageExtension();

    [GeneratedRegex(@"^(img|dsc|dscn|image|photo|screenshot|anh|ảnh)[-_ ]?[0-9_-]+\z", RegexOptions.IgnoreCase)]
    private static partial Regex CameraName();
}
