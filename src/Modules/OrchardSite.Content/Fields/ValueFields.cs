using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OrchardSite.Content.Definitions;

namespace OrchardSite.Content.Fields;

internal sealed class BooleanField : FieldType
{
    public override bool IsEmpty(JsonObject value) => value["Value"] is null;

    public override void Check(JsonObject value, FieldCheck check)
    {
        if (value["Value"]!.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
        {
            check.Refuse("Value", check.Localizer["{0} must be true or false.", check.Field.DisplayName]);
        }
    }
}

internal sealed class NumericField : FieldType
{
    public override bool IsEmpty(JsonObject value) => value["Value"] is null;

    public override void Check(JsonObject value, FieldCheck check)
    {
        var field = check.Field;
        if (value.Number("Value") is not { } number)
        {
            check.Refuse("Value", check.Localizer["{0} must be a number.", field.DisplayName]);
        }
        else if (number < field.Minimum)
        {
            check.Refuse("Value", check.Localizer["{0} must be {1} at least.", field.DisplayName, field.Minimum]);
        }
        else if (number > field.Maximum)
        {
            check.Refuse("Value", check.Localizer["{0} may be {1} at most.", field.DisplayName, field.Maximum]);
        }
    }
}

internal sealed class DateField : FieldType
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ssZ"];

    public override bool IsEmpty(JsonObject value) => value["Value"] is null || value.Text("Value") == "";

    public override void Check(JsonObject value, FieldCheck check)
    {
        // Orchard Core writes a date with a midnight behind it; stored is the date alone.
        if (DateTime.TryParseExact(value.Text("Value"), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var date))
        {
            value["Value"] = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
        else
        {
            check.Refuse("Value", check.Localizer["{0} must be a date such as 2026-02-05.", check.Field.DisplayName]);
        }
    }
}

internal sealed class DateTimeField : FieldType
{
    public override bool IsEmpty(JsonObject value) => value["Value"] is null || value.Text("Value") == "";

    public override void Check(JsonObject value, FieldCheck check)
    {
        if (DateTime.TryParse(value.Text("Value"), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time))
        {
            value["Value"] = time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        }
        else
        {
            check.Refuse("Value", check.Localizer["{0} must be a time such as 2026-02-05T03:00:00Z.", check.Field.DisplayName]);
        }
    }
}
