using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using OrchardSite.Content.Definitions;

namespace OrchardSite.Content.Editing;

/// <summary>How one kind of field is edited: the view that shows it, and how what was typed becomes its JSON.</summary>
/// <param name="View">Name of the partial view in <c>Pages/Admin/Fields</c>.</param>
public sealed record FieldEditor(string View, Action<FieldForm> Read)
{
    private static readonly FrozenDictionary<string, FieldEditor> All = new Dictionary<string, FieldEditor>(StringComparer.Ordinal)
    {
        ["TextField"] = new("Text", form => form.SetText("Text")),
        ["HtmlField"] = new("Html", form => form.SetText("Html")),
        ["BooleanField"] = new("Boolean", form => form.Value["Value"] = form.Last("Value") == "true"),
        ["NumericField"] = new("Numeric", form => form.Value["Value"] = Number(form.Last("Value"))),
        ["DateField"] = new("Date", form => form.SetText("Value")),
        ["DateTimeField"] = new("DateTime", form => form.Value["Value"] = Time(form.Last("Value"), form.TimeZone)),
        ["LinkField"] = new("Link", form =>
        {
            form.SetText("Url");
            form.SetText("Text");
        }),
        ["MediaField"] = new("Media", ReadMedia),
        ["ContentPickerField"] = new("ContentPicker", form => form.SetTexts("ContentItemIds")),
        ["TaxonomyField"] = new("Taxonomy", form =>
        {
            form.Value["TaxonomyContentItemId"] = form.Field.Settings.Text("TaxonomyContentItemId");
            form.SetTexts("TermContentItemIds");
        }),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Null for a kind of field that this form leaves as it is.</summary>
    public static FieldEditor? Find(string fieldType) => All.GetValueOrDefault(fieldType);

    // Rows without a path are empty ones to be filled in.
    private static void ReadMedia(FieldForm form)
    {
        var rows = form.All("Paths").Zip(form.All("MediaTexts")).Where(row => row.First.Length > 0).ToArray();
        form.Value["Paths"] = new JsonArray(rows.Select(row => (JsonNode)row.First).ToArray());
        form.Value["MediaTexts"] = new JsonArray(rows.Select(row => (JsonNode)row.Second).ToArray());
    }

    // What is no number stays as it was typed, and the check of the field says so.
    private static JsonNode? Number(string typed) =>
        typed.Length == 0 ? null
        : decimal.TryParse(typed.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number)
        : JsonValue.Create(typed);

    private static JsonNode? Time(string typed, TimeZoneInfo timeZone) =>
        typed.Length == 0 ? null
        : DateTime.TryParse(typed, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && !timeZone.IsInvalidTime(local)
            ? JsonValue.Create(TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), timeZone).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture))
        : JsonValue.Create(typed);
}

/// <summary>What came of a form for one field.</summary>
/// <param name="Value">The field's JSON so far; the editor sets what was typed.</param>
public sealed record FieldForm(PartField Field, JsonObject Value, string Path, IFormCollection Form, TimeZoneInfo TimeZone)
{
    public string[] All(string member) => Form[$"{Path}.{member}"].Select(text => (text ?? "").Trim().ReplaceLineEndings("\n")).ToArray();

    /// <summary>Of a checkbox and the hidden control before it, the checkbox.</summary>
    public string Last(string member) => All(member).LastOrDefault() ?? "";

    public void SetText(string member) => Value[member] = Last(member) is { Length: > 0 } text ? text : null;

    public void SetTexts(string member) => Value[member] = new JsonArray(All(member).Where(text => text.Length > 0).Distinct().Select(text => (JsonNode)text).ToArray());
}
