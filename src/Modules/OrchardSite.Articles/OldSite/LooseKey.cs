using OrchardSite.Text;

namespace OrchardSite.Articles.OldSite;

/// <summary>The same for texts that differ only in case, diacritics, spaces and punctuation.</summary>
public static class LooseKey
{
    public static string Of(string text) => string.Concat(VietnameseText.Fold(text).Where(char.IsLetterOrDigit));
}
