using System.Text.Json;
using System.Text.Json.Nodes;
using OrchardSite.Content.Definitions;

namespace OrchardSite.Content.Fields;

/// <summary>Something of the same site that a field of an item names by its id.</summary>
/// <param name="Path">JSON path of the field's member inside the item.</param>
public sealed record ContentReference(PartField Field, string Path, string Id)
{
    public bool IsToPerson => Field.Type == "UserPickerField";

    /// <summary>True when the field takes content of the type.</summary>
    public bool Takes(string contentType) =>
        Field.Settings.Flag("DisplayAllContentTypes")
        || Field.Settings?["DisplayedContentTypes"] is not JsonArray { Count: > 0 } types
        || types.Any(type => type?.GetValueKind() == JsonValueKind.String && type.GetValue<string>() == contentType);
}
