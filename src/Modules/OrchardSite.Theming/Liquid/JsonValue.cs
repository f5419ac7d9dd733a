using System.Globalization;
using System.Text.Json;
using Fluid;
using Fluid.Values;

namespace OrchardSite.Theming.Liquid;

/// <summary>JSON as templates see it, read in place: nothing is copied that a template does not ask for.</summary>
public sealed class JsonValue(JsonElement element) : NamedValue
{
    public static FluidValue Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => TextOrTime(element),
        JsonValueKind.Number => NumberValue.Create(element.GetDecimal()),
        JsonValueKind.True => BooleanValue.True,
        JsonValueKind.False => BooleanValue.False,
        JsonValueKind.Object => new JsonValue(element),
        JsonValueKind.Array => new ArrayValue(element.EnumerateArray().Select(Of).ToArray()),
        _ => NilValue.Instance,
    };

    public override object ToObjectValue() => element;

    protected override FluidValue Member(string name, TemplateContext context) =>
        element.TryGetProperty(name, out var member) ? Of(member) : NilValue.Instance;

    private static FluidValue TextOrTime(JsonElement element)
    {
        var text = element.GetString()!;
        // Times are stored as Orchard Core writes them: 2026-02-05T03:00:00Z. The date filters want them as times.
        return text.Length is >= 20 and <= 30 && text[10] == 'T' && text[^1] == 'Z'
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
                ? new DateTimeValue(time)
                : StringValue.Create(text);
    }
}
