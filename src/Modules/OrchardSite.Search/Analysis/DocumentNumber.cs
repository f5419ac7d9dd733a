using System.Text.RegularExpressions;
using OrchardSite.Text;

namespace OrchardSite.Search.Analysis;

/// <summary>Numbers of documents inside a text: a number and the letters that belong to it, however they are joined.</summary>
public static partial class DocumentNumber
{
    /// <returns>The keys of the numbers, as <see cref="VietnameseText.NumberKey"/> writes them.</returns>
    public static IEnumerable<string> FindAll(string text) =>
        Pattern().Matches(VietnameseText.Fold(text)).Select(match => VietnameseText.NumberKey(match.Value)).Distinct(StringComparer.Ordinal);

    // 138-CV/DUK, 05/QD-SCT, 21- KL/TW, 12/2026/TT-BCT.
    [GeneratedRegex(@"\b\d{1,6} ?[-/] ?(?:\d{4} ?[-/] ?)?[a-z]{1,8}(?: ?[-/&] ?[a-z0-9]{1,12}){0,3}\b|\b\d{1,6}[a-z]{2,8}(?:[-/&][a-z0-9]{1,12}){0,3}\b")]
    private static partial Regex Pattern();
}
