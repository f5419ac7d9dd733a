using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;
using OrchardSite.Text;

namespace OrchardSite.Content.TypeEditing;

/// <summary>The names that people give what they define, checked as Orchard Core does.</summary>
internal static partial class TechnicalNames
{
    private const int LongestDisplayName = 255;

    /// <param name="taken">Names beside which it would stand; case does not tell them apart.</param>
    public static IEnumerable<Refusal> Check(string name, IEnumerable<string> taken, IStringLocalizer localizer)
    {
        if (!Pattern().IsMatch(name))
        {
            yield return new Refusal(RefusalKind.Invalid, localizer["A technical name has 1 to 64 letters without diacritics and digits, and begins with a letter."], "Name");
        }
        else if (ContentMetadata.IsMetadata(name) || ContentDefinitionNames.BuiltIn.Contains(name) || name == "Terms")
        {
            yield return new Refusal(RefusalKind.Invalid, localizer["The portal itself uses the name {0}.", name], "Name");
        }
        else if (taken.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            yield return new Refusal(RefusalKind.Invalid, localizer["There is something named {0} already.", name], "Name");
        }
    }

    public static IEnumerable<Refusal> CheckDisplayName(string name, IStringLocalizer localizer)
    {
        if (Clean(name).Length is 0 or > LongestDisplayName)
        {
            yield return new Refusal(RefusalKind.Invalid, localizer["A display name has 1 to {0} characters.", LongestDisplayName], "DisplayName");
        }
    }

    public static string Clean(string? text) => VietnameseText.ToNfc(text ?? "").Trim();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9]{0,63}\z")]
    private static partial Regex Pattern();
}
