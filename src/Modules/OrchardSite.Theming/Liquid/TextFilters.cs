using System.Globalization;
using System.Text.Json;
using Fluid;
using Fluid.Values;
using Microsoft.Extensions.Localization;
using OrchardSite.Localization;
using OrchardSite.Text;

namespace OrchardSite.Theming.Liquid;

/// <summary>Filters for texts, dates and colours.</summary>
internal sealed class TextFilters(IStringLocalizer localizer, Translations translations, PortalPaths paths) : ILiquidSetup
{
    public void SetUp(OrchardParser parser, TemplateOptions options)
    {
        translations.AddFolder(Path.Combine(paths.Themes, PortalTheme.Name, "Localization"));
        var filters = options.Filters;
        filters.AddFilter("t", Translate);
        filters.AddFilter("slugify", (input, _, _) => StringValue.Create(VietnameseText.Slugify(input.ToStringValue())));
        filters.AddFilter("html_class", (input, _, _) => StringValue.Create(VietnameseText.Slugify(input.ToStringValue())));
        filters.AddFilter("local", ToLocal);
        filters.AddFilter("long_date", LongDate);
        filters.AddFilter("document_date", DocumentDate);
        filters.AddFilter("contrast_color", (input, _, _) => StringValue.Create(SiteColor.ReadableOn(input.ToStringValue())));
        filters.AddFilter("json", (input, _, _) => new StringValue(ToJson(input), encode: false));
    }

    private ValueTask<FluidValue> Translate(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        var values = new object[arguments.Count];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = arguments.At(index).ToStringValue();
        }

        return StringValue.Create(localizer[input.ToStringValue(), values].Value);
    }

    private static ValueTask<FluidValue> ToLocal(FluidValue input, FilterArguments arguments, TemplateContext context) =>
        TryTime(input, out var time) ? new DateTimeValue(TimeZoneInfo.ConvertTime(time, context.TimeZone)) : NilValue.Instance;

    private static ValueTask<FluidValue> LongDate(FluidValue input, FilterArguments arguments, TemplateContext context) =>
        TryTime(input, out var time)
            ? StringValue.Create(VietnameseDates.Long(time.DateTime, context.CultureInfo))
            : NilValue.Instance;

    private static ValueTask<FluidValue> DocumentDate(FluidValue input, FilterArguments arguments, TemplateContext context) =>
        TryTime(input, out var time)
            ? StringValue.Create(VietnameseDates.InDocument(DateOnly.FromDateTime(time.DateTime)))
            : NilValue.Instance;

    private static bool TryTime(FluidValue input, out DateTimeOffset time)
    {
        switch (input.ToObjectValue())
        {
            case DateTimeOffset offset:
                time = offset;
                return true;
            case DateTime utc:
                time = new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
                return true;
            case string text:
                return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);
            default:
                time = default;
                return false;
        }
    }

    private static string ToJson(FluidValue input) => input.ToObjectValue() switch
    {
        JsonElement element => JsonSerializer.Serialize(element, CompactJson.Options),
        null => "null",
        string text => JsonSerializer.Serialize(text, CompactJson.Options),
        bool value => value ? "true" : "false",
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        DateTimeOffset time => JsonSerializer.Serialize(time, CompactJson.Options),
        _ => JsonSerializer.Serialize(input.ToStringValue(), CompactJson.Options),
    };
}
