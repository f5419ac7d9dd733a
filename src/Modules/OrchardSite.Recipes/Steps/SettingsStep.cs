using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardSite.Tenants;
using OrchardSite.Text;

namespace OrchardSite.Recipes;

/// <summary>
/// Merges members into the site's settings. Members that mean something here are checked; any other is kept as it is,
/// so that it travels back to an Orchard Core.
/// </summary>
internal sealed class SettingsStep(SaveSiteDocument saveDocument, IStringLocalizer localizer) : IRecipeStep
{
    private static readonly string[] Checked =
    [
        nameof(SiteSettings.SiteName), nameof(SiteSettings.TimeZoneId), nameof(SiteSettings.Culture), nameof(SiteSettings.BaseUrl),
        nameof(SiteSettings.PageSize), nameof(SiteSettings.Theme), "HomeRoute",
    ];

    public string Name => "settings";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run, CancellationToken cancellationToken)
    {
        var settings = await saveDocument.ReadAsync(SiteSettings.Document, cancellationToken) as JsonObject ?? [];
        var changed = false;
        foreach (var (given, node) in step.Json.Where(member => member.Key != "name"))
        {
            var name = Array.Find(Checked, known => known.Equals(given, StringComparison.OrdinalIgnoreCase)) ?? given;
            var value = Check(step, name, given, node);
            if (!JsonNode.DeepEquals(settings[name], value))
            {
                settings[name] = value?.DeepClone();
                run.Report(RecipeEffect.Update, SiteSettings.Document, name);
                changed = true;
            }
        }

        if (changed)
        {
            await saveDocument.RunAsync(SiteSettings.Document, settings, run.Actor, cancellationToken: cancellationToken);
        }
    }

    private JsonNode? Check(RecipeStep step, string name, string given, JsonNode? value) => name switch
    {
        nameof(SiteSettings.SiteName) => SiteName(step, given, value),
        nameof(SiteSettings.TimeZoneId) => Text(step, value, name, id => TimeZoneInfo.TryFindSystemTimeZoneById(id, out _), "Asia/Ho_Chi_Minh"),
        nameof(SiteSettings.Culture) => Text(step, value, name, SaveSiteSettings.Cultures.Contains, string.Join(", ", SaveSiteSettings.Cultures)),
        nameof(SiteSettings.Theme) => Text(step, value, name, theme => theme == new SiteSettings().Theme, new SiteSettings().Theme),
        nameof(SiteSettings.BaseUrl) => Text(step, value, name, SaveSiteSettings.IsBaseUrl, "https://portal.example.vn"),
        nameof(SiteSettings.PageSize) => PageSize(step, given, value),
        "HomeRoute" => value is null or JsonObject ? value : throw step.Error(value, localizer["An object is expected here."]),
        _ => value,
    };

    private JsonValue SiteName(RecipeStep step, string given, JsonNode? value)
    {
        var text = value is null ? "" : VietnameseText.ToNfc(step.TextOf(value, localizer).Trim());
        return text.Length is > 0 and <= SaveSiteSettings.LongestName
            ? JsonValue.Create(text)
            : throw step.ErrorAt(given, localizer["A site's name has 1 to {0} characters.", SaveSiteSettings.LongestName]);
    }

    private JsonNode? Text(RecipeStep step, JsonNode? value, string name, Predicate<string> isGood, string examples) =>
        value is null || isGood(step.TextOf(value, localizer))
            ? value
            : throw step.Error(value, localizer["{0} is no {1}; give one such as {2}.", step.TextOf(value, localizer), name, examples]);

    // An expression gives a text, so a number may come as one.
    private JsonValue PageSize(RecipeStep step, string given, JsonNode? value)
    {
        var isNumber = value?.GetValueKind() is JsonValueKind.Number or JsonValueKind.String;
        return isNumber && int.TryParse(value!.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size is >= 1 and <= SaveSiteSettings.LargestPage
            ? JsonValue.Create(size)
            : throw step.ErrorAt(given, localizer["A page shows 1 to {0} items.", SaveSiteSettings.LargestPage]);
    }
}
