using System.Text.Json.Nodes;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Media;

namespace OrchardSite.Content.Editing;

/// <summary>One field on the form of an item: what its view shows.</summary>
/// <param name="Path">JSON path inside the item, such as <c>Article.Sapo</c>; the names of the form's controls begin with it.</param>
/// <param name="Value">What is stored or was typed; null where there is nothing.</param>
public sealed record FieldInput(PartField Field, string Path, JsonObject? Value, ItemForm Form)
{
    /// <summary>Id of the control that the label belongs to.</summary>
    public string Id => Path.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);

    /// <summary>Why the value was refused.</summary>
    public IEnumerable<string> Errors => Form.ErrorsOf(Path);

    public bool HasErrors => Errors.Any();

    public string Hint => Field.Settings.Text("Hint") ?? "";

    /// <summary>Ids of what explains the control.</summary>
    public string? DescribedBy => string.Join(' ', new[] { HasErrors ? Id + "-errors" : null, Hint.Length > 0 ? Id + "-hint" : null }.OfType<string>()) is { Length: > 0 } ids ? ids : null;

    /// <summary>A member of the value as text, also where something else was typed than the kind of field takes.</summary>
    public string Text(string member) => Value?[member] is JsonValue value ? value.ToString() : "";

    public IEnumerable<string> Texts(string member) => (Value?[member] as JsonArray ?? []).Select(item => item?.ToString() ?? "");

    /// <summary>True for a media field that takes no other files than pictures.</summary>
    public bool TakesPicturesOnly => Field.Settings?["AllowedExtensions"] is JsonArray { Count: > 0 } allowed && allowed.All(extension => MediaPath.IsPicture(extension?.ToString() ?? ""));

    /// <summary>The top terms of the field's taxonomy.</summary>
    public IEnumerable<Term> Roots => Form.Terms.All
        .Where(term => term.Parent is null && term.TaxonomyId == Field.Settings.Text("TaxonomyContentItemId"))
        .OrderBy(term => term.DisplayText, StringComparer.CurrentCulture);
}
