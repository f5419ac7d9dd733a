using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;

namespace OrchardSite.Content.TypeEditing;

/// <summary>The settings of a field as they are typed, for fields of every kind.</summary>
public sealed record FieldSettings
{
    private const int LongestText = 100_000;
    private const int LongestHint = 1000;

    public string DisplayName { get; init; } = "";

    public string Hint { get; init; } = "";

    public string Editor { get; init; } = "";

    public bool Required { get; init; }

    public bool RequiredToPublish { get; init; }

    public bool Multiple { get; init; }

    public string MaxLength { get; init; } = "";

    public string Pattern { get; init; } = "";

    public string Minimum { get; init; } = "";

    public string Maximum { get; init; } = "";

    public string DefaultValue { get; init; } = "";

    /// <summary>What a text is chosen from: a line for each, the value and behind a bar what people read.</summary>
    public string Options { get; init; } = "";

    /// <summary>Beside the box of a yes or no.</summary>
    public string Label { get; init; } = "";

    /// <summary>Id of the taxonomy that terms are chosen from.</summary>
    public string Taxonomy { get; init; } = "";

    public bool Unique { get; init; }

    /// <summary>Types that a picker offers; none: all.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Kinds of files, such as <c>.pdf</c>, with commas between them; empty: all.</summary>
    public string Extensions { get; init; } = "";

    public static FieldSettings Read(IFormCollection form) => new()
    {
        DisplayName = TechnicalNames.Clean(form["DisplayName"]),
        Hint = TechnicalNames.Clean(form["Hint"]),
        Editor = form["Editor"].ToString(),
        Required = form["Required"].Contains("true"),
        RequiredToPublish = form["RequiredToPublish"].Contains("true"),
        Multiple = form["Multiple"].Contains("true"),
        MaxLength = form["MaxLength"].ToString().Trim(),
        Pattern = form["Pattern"].ToString().Trim(),
        Minimum = form["Minimum"].ToString().Trim(),
        Maximum = form["Maximum"].ToString().Trim(),
        DefaultValue = TechnicalNames.Clean(form["DefaultValue"]),
        Options = TechnicalNames.Clean(form["Options"]).ReplaceLineEndings("\n"),
        Label = TechnicalNames.Clean(form["Label"]),
        Taxonomy = form["Taxonomy"].ToString(),
        Unique = form["Unique"].Contains("true"),
        Types = [.. form["Types"].OfType<string>().Where(type => type.Length > 0)],
        Extensions = form["Extensions"].ToString().Trim(),
    };

    public static FieldSettings Of(PartField field) => new()
    {
        DisplayName = field.DisplayName,
        Hint = field.Settings.Text("Hint") ?? "",
        Editor = field.Editor,
        Required = field.IsRequired,
        RequiredToPublish = field.IsRequiredToPublish,
        Multiple = field.IsMultiple,
        MaxLength = field.MaxLength?.ToString(CultureInfo.InvariantCulture) ?? "",
        Pattern = field.Pattern?.ToString() ?? "",
        Minimum = field.Minimum?.ToString(CultureInfo.InvariantCulture) ?? "",
        Maximum = field.Maximum?.ToString(CultureInfo.InvariantCulture) ?? "",
        DefaultValue = field.DefaultValue?.ToString() ?? "",
        Options = string.Join('\n', field.Options.Select(option => option.Name == option.Value ? option.Value : $"{option.Value} | {option.Name}")),
        Label = field.Settings.Text("Label") ?? "",
        Taxonomy = field.Settings.Text("TaxonomyContentItemId") ?? "",
        Unique = field.Settings.Flag("Unique"),
        Types = Texts(field.Settings, "DisplayedContentTypes"),
        Extensions = string.Join(", ", Texts(field.Settings, "AllowedExtensions")),
    };

    /// <summary>Names and values of what differs, for people.</summary>
    public IEnumerable<(string Name, string Here, string There)> Differences(FieldSettings other) =>
        from property in typeof(FieldSettings).GetProperties()
        let pair = (Here: Show(property.GetValue(this)), There: Show(property.GetValue(other)))
        where pair.Here != pair.There
        select (property.Name, pair.Here, pair.There);

    internal IEnumerable<Refusal> Check(string kind, DefinitionDraft draft, IStringLocalizer localizer)
    {
        var refusals = TechnicalNames.CheckDisplayName(DisplayName, localizer);
        if (Hint.Length > LongestHint)
        {
            refusals = refusals.Append(Invalid("Hint", localizer["A hint has {0} characters at most.", LongestHint]));
        }

        return refusals.Concat(kind switch
        {
            "TextField" => CheckText(localizer),
            "NumericField" => CheckNumbers(localizer),
            "MediaField" when ExtensionList().FirstOrDefault(extension => !Regex.IsMatch(extension, @"^\.[a-z0-9]{1,8}\z")) is { } wrong =>
                [Invalid("Extensions", localizer["“{0}” is no kind of file: write .pdf, .docx and so on, with commas between them.", wrong])],
            "ContentPickerField" => Types.Where(type => draft.Type(type) is null).Select(type => Invalid("Types", localizer["There is no content type named {0}.", type])),
            "TaxonomyField" when Taxonomy.Length == 0 => [Invalid("Taxonomy", localizer["Choose the taxonomy from which terms are chosen."])],
            _ => [],
        });
    }

    /// <returns>Settings to be merged into those of the field; what is null goes.</returns>
    internal JsonObject Write(JsonObject field)
    {
        var kind = field.Text("FieldName")!;
        var options = FieldOptions.Parse(Options, (field["Settings"]?["TextFieldPredefinedListEditorSettings"] as JsonObject)?["Options"] as JsonArray);
        var isList = kind == "TextField" && options.Count > 0;
        var settings = new JsonObject
        {
            ["ContentPartFieldSettings"] = new JsonObject { ["DisplayName"] = DisplayName, ["Editor"] = isList ? "PredefinedList" : OrNull(Editor == "PredefinedList" ? "" : Editor) },
            [kind + "Settings"] = OfKind(kind, isList),
        };
        if (kind == "TextField")
        {
            settings["TextFieldPredefinedListEditorSettings"] = isList ? new JsonObject { ["Options"] = new JsonArray([.. options]), ["DefaultValue"] = OrNull(DefaultValue) } : null;
        }

        var own = new JsonObject { ["RequiredToPublish"] = RequiredToPublish ? true : null };
        if (kind == "TextField")
        {
            own["MaxLength"] = Number(MaxLength) is { } longest ? JsonValue.Create((int)longest) : null;
            own["Pattern"] = OrNull(Pattern);
        }
        else if (kind == "NumericField")
        {
            // Orchard Core's own settings say the same.
            own["Minimum"] = own["Maximum"] = null;
        }

        if (field["Settings"]?["OrchardSiteFieldSettings"] is not null || own.Any(member => member.Value is not null))
        {
            settings["OrchardSiteFieldSettings"] = own;
        }

        return settings;
    }

    private JsonObject OfKind(string kind, bool isList)
    {
        var settings = new JsonObject { ["Hint"] = OrNull(Hint), ["Required"] = Required ? true : null };
        switch (kind)
        {
            case "TextField":
                settings["DefaultValue"] = isList ? null : OrNull(DefaultValue);
                break;
            case "BooleanField":
                settings["Label"] = OrNull(Label);
                settings["DefaultValue"] = DefaultValue == "true" ? true : null;
                break;
            case "NumericField":
                settings["Minimum"] = Number(Minimum);
                settings["Maximum"] = Number(Maximum);
                settings["DefaultValue"] = OrNull(DefaultValue);
                break;
            case "MediaField":
                settings["Multiple"] = Multiple;
                settings["AllowedExtensions"] = ExtensionList() is { Length: > 0 } extensions ? new JsonArray([.. extensions.Select(extension => (JsonNode)extension)]) : null;
                break;
            case "ContentPickerField":
                settings["Multiple"] = Multiple;
                settings["DisplayAllContentTypes"] = Types.Count == 0 ? true : null;
                settings["DisplayedContentTypes"] = Types.Count > 0 ? new JsonArray([.. Types.Select(type => (JsonNode)type)]) : null;
                break;
            case "TaxonomyField":
                settings["TaxonomyContentItemId"] = Taxonomy;
                settings["Unique"] = Unique ? true : null;
                break;
        }

        return settings;
    }

    private IEnumerable<Refusal> CheckText(IStringLocalizer localizer)
    {
        if (MaxLength.Length > 0 && Number(MaxLength) is not (>= 1 and <= LongestText))
        {
            yield return Invalid("MaxLength", localizer["The greatest length is a number from 1 to {0}.", LongestText]);
        }

        var values = FieldOptions.Parse(Options, null).Select(option => option.Text("value")!).ToArray();
        if (values.GroupBy(value => value).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            yield return Invalid("Options", localizer["{0} is defined twice.", twice.Key]);
        }

        if (values.Length > 0 && DefaultValue.Length > 0 && !values.Contains(DefaultValue))
        {
            yield return Invalid("DefaultValue", localizer["“{0}” is not one of the choices.", DefaultValue]);
        }
    }

    private IEnumerable<Refusal> CheckNumbers(IStringLocalizer localizer)
    {
        foreach (var (name, text) in new[] { ("Minimum", Minimum), ("Maximum", Maximum), ("DefaultValue", DefaultValue) })
        {
            if (text.Length > 0 && Number(text) is null)
            {
                yield return Invalid(name, localizer["“{0}” is no number.", text]);
            }
        }

        if (Number(Minimum) > Number(Maximum))
        {
            yield return Invalid("Maximum", localizer["The maximum is less than the minimum."]);
        }
    }

    private string[] ExtensionList() => [.. Extensions.ToLowerInvariant().Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)];

    private static Refusal Invalid(string field, string message) => new(RefusalKind.Invalid, message, field);

    private static string? OrNull(string text) => text.Length > 0 ? text : null;

    private static decimal? Number(string text) =>
        decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string[] Texts(JsonObject? json, string list) => [.. (json?[list] as JsonArray ?? []).Select(item => item?.ToString() ?? "")];

    private static string Show(object? value) => value is IEnumerable<string> texts ? string.Join(", ", texts) : value?.ToString() ?? "";
}

/// <summary>The choices of a text field as people write them.</summary>
internal static class FieldOptions
{
    /// <param name="former">The choices as they are; what they have beside value and name stays.</param>
    public static IReadOnlyList<JsonObject> Parse(string typed, JsonArray? former) =>
    [
        .. from line in typed.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
           let sides = line.Split('|', 2, StringSplitOptions.TrimEntries)
           let known = former?.OfType<JsonObject>().FirstOrDefault(option => option.Text("value") == sides[0])
           select Written(known?.DeepClone().AsObject() ?? [], sides[^1], sides[0]),
    ];

    private static JsonObject Written(JsonObject option, string name, string value)
    {
        (option["name"], option["value"]) = (name, value);
        return option;
    }
}
