using System.Text.Json;
using System.Text.Json.Nodes;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Fields;

namespace OrchardSite.Content.TypeEditing;

/// <summary>A change of a type that items may not go along with.</summary>
/// <param name="Name">What people call the part or the field.</param>
/// <param name="Path">Part and field, such as <c>Article.Sapo</c>, or the part alone.</param>
/// <param name="IsLost">True when it goes; false when it demands more.</param>
internal abstract record TypeChange(string Name, string Path, bool IsLost)
{
    /// <summary>True when an item with these parts is concerned.</summary>
    public abstract bool Concerns(JsonObject content, Func<ContentCheck> check);
}

internal sealed record LostPart(string Name, string Path) : TypeChange(Name, Path, IsLost: true)
{
    public override bool Concerns(JsonObject content, Func<ContentCheck> check) => content[Path] is JsonObject part && part.Any(member => HasValue(member.Value));

    private static bool HasValue(JsonNode? node) => node switch
    {
        null => false,
        JsonArray items => items.Count > 0,
        JsonObject json => json.Any(member => HasValue(member.Value)),
        _ => node.GetValueKind() != JsonValueKind.String || node.GetValue<string>().Length > 0,
    };
}

internal sealed record LostField(string PartName, PartField Field) : TypeChange(Field.DisplayName, $"{PartName}.{Field.Name}", IsLost: true)
{
    public override bool Concerns(JsonObject content, Func<ContentCheck> check) =>
        (content[PartName] as JsonObject)?[Field.Name] is JsonObject value && FieldType.Find(Field.Type)?.IsEmpty(value) == false;
}

/// <param name="Before">Null for a field that is new.</param>
internal sealed record NarrowedField(string PartName, PartField? Before, PartField After) : TypeChange(After.DisplayName, $"{PartName}.{After.Name}", IsLost: false)
{
    public override bool Concerns(JsonObject content, Func<ContentCheck> check)
    {
        var value = (content[PartName] as JsonObject)?[After.Name];
        // To clean HTML takes long and refuses nothing.
        var known = After.Type == "HtmlField" && value is JsonObject html && !FieldType.Find(After.Type)!.IsEmpty(html);
        return !known && Fails(After, value, check()) && !(Before is not null && Fails(Before, value, check()));
    }

    private static bool Fails(PartField field, JsonNode? value, ContentCheck check)
    {
        check.CheckField(value, field, field.Name);
        return check.Refusals.Count > 0;
    }
}

internal sealed record NarrowedTitle(string Name, TitleSettings? Before, TitleSettings After) : TypeChange(Name, "TitlePart", IsLost: false)
{
    public override bool Concerns(JsonObject content, Func<ContentCheck> check)
    {
        var length = (content["TitlePart"] as JsonObject).Text("Title")?.Trim().Length ?? 0;
        return !Fits(After, length) && (Before is null || Fits(Before, length));
    }

    private static bool Fits(TitleSettings settings, int length) => length >= Math.Max(1, settings.MinLength) && length <= settings.MaxLength;
}

internal static class TypeChanges
{
    public static IEnumerable<TypeChange> Between(ContentType before, ContentType after) =>
        before.Parts.SelectMany(part => after.FindPart(part.Name) is { } next ? Narrowed(part, next) : Lost(part))
            .Concat(after.Parts.Where(part => before.FindPart(part.Name) is null).SelectMany(part => part.Fields.Where(MayFail).Select(field => new NarrowedField(part.Name, null, field))))
            .Concat(Title(before, after));

    private static IEnumerable<TypeChange> Lost(TypePart part) =>
        part.Fields.Count == 0 ? [new LostPart(part.DisplayName, part.Name)] : part.Fields.Select(field => new LostField(part.Name, field));

    private static IEnumerable<TypeChange> Narrowed(TypePart before, TypePart after)
    {
        foreach (var field in before.Fields)
        {
            if (after.FindField(field.Name) is not { } next)
            {
                yield return new LostField(before.Name, field);
            }
            else if (Narrows(field, next))
            {
                yield return new NarrowedField(before.Name, field, next);
            }
        }

        foreach (var field in after.Fields.Where(field => before.FindField(field.Name) is null && (MayFail(field) || before.FormerFields.Any(former => former.Name == field.Name))))
        {
            yield return new NarrowedField(before.Name, null, field);
        }
    }

    private static IEnumerable<TypeChange> Title(ContentType before, ContentType after)
    {
        if (after.Title is { } title && (before.Title is not { } former || title.MinLength > former.MinLength || title.MaxLength < former.MaxLength))
        {
            yield return new NarrowedTitle(after.FindPart("TitlePart")!.DisplayName, before.Title, title);
        }
    }

    private static bool MayFail(PartField field) => field.IsRequired || field.IsRequiredToPublish;

    private static bool Narrows(PartField before, PartField after) =>
        (after.IsRequired && !before.IsRequired)
        || (after.IsRequiredToPublish && !before.IsRequiredToPublish)
        || (before.IsMultiple && !after.IsMultiple)
        || (after.Settings.Flag("Unique") && !before.Settings.Flag("Unique"))
        || (after.MaxLength ?? int.MaxValue) < (before.MaxLength ?? int.MaxValue)
        || (after.Minimum ?? decimal.MinValue) > (before.Minimum ?? decimal.MinValue)
        || (after.Maximum ?? decimal.MaxValue) < (before.Maximum ?? decimal.MaxValue)
        || (after.Pattern is not null && after.Pattern.ToString() != before.Pattern?.ToString())
        || (after.Options.Count > 0 && (before.Options.Count == 0 || before.Options.Any(option => after.Options.All(other => other.Value != option.Value))))
        || IsShorter(before, after, "AllowedExtensions")
        || (after.Settings.Text("TaxonomyContentItemId") is { } taxonomy && taxonomy != before.Settings.Text("TaxonomyContentItemId"));

    private static bool IsShorter(PartField before, PartField after, string list)
    {
        var (former, now) = (Texts(before, list), Texts(after, list));
        return now.Length > 0 && (former.Length == 0 || former.Except(now).Any());
    }

    private static string[] Texts(PartField field, string list) => (field.Settings?[list] as JsonArray ?? []).Select(item => item?.ToString() ?? "").ToArray();
}
