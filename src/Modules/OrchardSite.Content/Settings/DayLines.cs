using System.Globalization;
using System.Text.Json;
using OrchardSite.Tenants;

namespace OrchardSite.Content.Settings;

/// <summary>Days in a text field of a site's custom settings: each line begins with a date; what follows says for people which it is.</summary>
public static class DayLines
{
    private const string DateFormat = "dd/MM/yyyy";

    public static IEnumerable<DateOnly> Of(JsonElement part, string field)
    {
        if (!part.TryGetProperty(field, out var value) || !value.TryGetProperty("Text", out var text) || text.ValueKind != JsonValueKind.String)
        {
            yield break;
        }

        foreach (var line in text.GetString()!.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length >= DateFormat.Length && DateOnly.TryParseExact(line[..DateFormat.Length], DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                yield return day;
            }
        }
    }

    /// <summary>The part of custom settings that has their name; null where the site has none.</summary>
    public static JsonElement? PartOf(SiteSettings site, string settings) =>
        site.Custom.TryGetValue(settings, out var item) && item.TryGetProperty(settings, out var part) ? part : null;
}
