using System.Text.RegularExpressions;
using OrchardSite.Text;

namespace OrchardSite.Content;

/// <summary>The form of addresses inside a site: <c>tin-tuc/cong-nghiep</c>.</summary>
public static partial class ContentPath
{
    private const int MostSegments = 8;

    public static bool IsValid(string path) =>
        path.Length <= ContentModel.LongestPath && path.Count(character => character == '/') < MostSegments && Pattern().IsMatch(path);

    /// <summary>Makes an address of what a pattern rendered: each segment is slugged.</summary>
    public static string Clean(string text) => string.Join('/', text.Split('/').Select(VietnameseText.Slugify).Where(segment => segment.Length > 0));

    [GeneratedRegex(@"^[a-z0-9]+([-.][a-z0-9]+)*(/[a-z0-9]+([-.][a-z0-9]+)*)*$")]
    private static partial Regex Pattern();
}
