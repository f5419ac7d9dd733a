using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;

namespace OrchardSite.Content.Fields;

/// <summary>What a field is checked with, and where its refusals go.</summary>
/// <param name="Path">JSON path of the field's value inside the item.</param>
internal readonly record struct FieldCheck(PartField Field, string Path, ContentCheck Content)
{
    public IStringLocalizer Localizer => Content.Localizer;

    public void Refer(string member, string id) => Content.Refer(new ContentReference(Field, $"{Path}.{member}", id));

    public void Refuse(string member, string message) => Content.Refuse($"{Path}.{member}", message);
}
