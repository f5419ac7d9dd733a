using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrchardSite.Content.Definitions;

namespace OrchardSite.Content.Fields;

/// <summary>One of Orchard Core's kinds of field: the form of its JSON and how values are checked.</summary>
internal abstract class FieldType
{
    private static readonly FrozenDictionary<string, FieldType> All = new FieldType[]
    {
        new TextField(), new HtmlField(), new BooleanField(), new NumericField(), new DateField(), new DateTimeField(), new LinkField(),
        new MediaField(), new ContentPickerField(), new TaxonomyField(), new UserPickerField(),
    }.ToFrozenDictionary(type => type.GetType().Name, StringComparer.Ordinal);

    public static FieldType? Find(string name) => All.GetValueOrDefault(name);

    /// <summary>True when nothing has been entered.</summary>
    public abstract bool IsEmpty(JsonObject value);

    /// <summary>Brings a value that is not empty to its stored form, and refuses what cannot be.</summary>
    public abstract void Check(JsonObject value, FieldCheck check);

    protected static string? Text(JsonObject value, string member) => value.Text(member) is { Length: > 0 } text ? text : null;

    // What is no list at all is not empty, but wrong.
    protected static bool HasItems(JsonObject value, string member) => value[member] is not (null or JsonArray { Count: 0 });

    /// <summary>Refuses lists with anything but texts in them.</summary>
    protected static IReadOnlyList<string>? Texts(JsonObject value, string member, FieldCheck check)
    {
        if (value[member] is null)
        {
            return [];
        }

        if (value[member] is JsonArray list && list.All(item => item?.GetValueKind() == JsonValueKind.String))
        {
            return list.Select(item => item!.GetValue<string>()).ToArray();
        }

        check.Refuse(member, check.Localizer["{0} must be a list of texts.", check.Field.DisplayName]);
        return null;
    }
}
