using System.Globalization;
using System.Text.Json;
using Fluid;
using Fluid.Values;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Theming;
using OrchardSite.Theming.Liquid;

namespace OrchardSite.Content.Display;

/// <summary>The fields of an item whose type has no template of its own, in the order of the type. Scoped.</summary>
public sealed class FieldViews(TenantCache<ContentDefinitions> definitions, TenantCache<TermTree> terms, ContentReader reader)
{
    /// <returns>Those that have a value.</returns>
    public async ValueTask<IReadOnlyList<FieldView>> OfAsync(ContentView item, PageRendering page)
    {
        if (page.Tenant is not { } tenant || (await definitions.GetAsync(tenant.Id)).Find(item.ContentType) is not { } type)
        {
            return [];
        }

        var tree = await terms.GetAsync(tenant.Id);
        var views = new List<FieldView>();
        foreach (var part in type.Parts)
        {
            foreach (var field in part.Fields.Where(field => !field.IsPrivate))
            {
                if (item.Find(part.Name, field.Name, MemberOf(field.Type)) is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } value && await ViewAsync(field, value, item, part.Name, tree, page) is { } view)
                {
                    views.Add(view);
                }
            }
        }

        return views;
    }

    private static string MemberOf(string fieldType) => fieldType switch
    {
        "TextField" => "Text",
        "HtmlField" => "Html",
        "LinkField" => "Url",
        "MediaField" => "Paths",
        "ContentPickerField" => "ContentItemIds",
        "TaxonomyField" => "TermContentItemIds",
        _ => "Value",
    };

    private async ValueTask<FieldView?> ViewAsync(PartField field, JsonElement value, ContentView item, string part, TermTree tree, PageRendering page)
    {
        switch (field.Type)
        {
            case "TextField" when value.ToString() is { Length: > 0 } text:
                return new FieldView(field, field.NameOf(text));
            case "HtmlField" or "NumericField" or "BooleanField" when value.ToString().Length > 0:
                return new FieldView(field, value.ToString());
            case "DateField" when DateOnly.TryParse(value.ToString(), CultureInfo.InvariantCulture, out var day):
                return new FieldView(field, day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));
            case "DateTimeField" when DateTimeOffset.TryParse(value.ToString(), CultureInfo.InvariantCulture, out var time):
                return new FieldView(field, TimeZoneInfo.ConvertTime(time, page.Settings.TimeZone).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture));
            case "LinkField" when value.ToString() is { Length: > 0 } url:
                return new FieldView(field, item.Text(part, field.Name) is { Length: > 0 } words ? words : url) { Url = url };
            case "MediaField":
                var texts = item.Texts(part, field.Name, "MediaTexts").ToArray();
                return List(field, item.Texts(part, field.Name, "Paths").Select((path, place) => (FluidValue)new FieldFile(path, texts.ElementAtOrDefault(place) ?? "")));
            case "TaxonomyField":
                return List(field, item.Texts(part, field.Name, "TermContentItemIds").Select(tree.Find).OfType<FluidValue>());
            case "ContentPickerField":
                var picked = await reader.FindManyAsync(item.Texts(part, field.Name, "ContentItemIds"));
                page.Shows(picked.Select(other => CacheTag.Item(other.Id)));
                return List(field, picked);
            default:
                return null;
        }
    }

    private static FieldView? List(PartField field, IEnumerable<FluidValue> items) => items.ToArray() is { Length: > 0 } all ? new FieldView(field, "") { Items = all } : null;
}

/// <summary>A field as templates see it: <c>DisplayName</c>, <c>Type</c>, and <c>Text</c>, <c>Url</c> or <c>Items</c> as its kind has them.</summary>
public sealed class FieldView(PartField field, string text) : NamedValue
{
    public string? Url { get; init; }

    public IReadOnlyList<FluidValue> Items { get; init; } = [];

    public override string ToStringValue() => text;

    protected override FluidValue Member(string name, TemplateContext context) => name switch
    {
        "Name" => StringValue.Create(field.Name),
        "DisplayName" => StringValue.Create(field.DisplayName),
        "Type" => StringValue.Create(field.Type),
        "Text" => StringValue.Create(text),
        "Url" => StringValue.Create(Url ?? ""),
        "Items" => new ArrayValue([.. Items]),
        _ => NilValue.Instance,
    };
}

/// <summary>A file of a media field as templates see it: <c>Path</c>, <c>Name</c>, <c>Text</c>, <c>IsPicture</c>.</summary>
internal sealed class FieldFile(string path, string text) : NamedValue
{
    public override string ToStringValue() => path;

    protected override FluidValue Member(string name, TemplateContext context) => name switch
    {
        "Path" => StringValue.Create(path),
        "Name" => StringValue.Create(System.IO.Path.GetFileName(path)),
        "Text" => StringValue.Create(text),
        "IsPicture" => BooleanValue.Create(Media.MediaPath.IsPicture(System.IO.Path.GetExtension(path))),
        _ => NilValue.Instance,
    };
}
