using System.Text.Json.Nodes;
using OrchardSite.Content.Definitions;

namespace OrchardSite.Content.Fields;

internal sealed class MediaField : FieldType
{
    public override bool IsEmpty(JsonObject value) => !HasItems(value, "Paths");

    public override void Check(JsonObject value, FieldCheck check)
    {
        var paths = Texts(value, "Paths", check);
        Texts(value, "MediaTexts", check);
        var allowed = (check.Field.Settings?["AllowedExtensions"] as JsonArray ?? []).Select(extension => extension?.ToString()).ToArray();
        foreach (var path in paths ?? [])
        {
            if (path.Length == 0 || path.StartsWith('/') || path.Contains("..", StringComparison.Ordinal) || path.Contains('\\'))
            {
                check.Refuse("Paths", check.Localizer["“{0}” is not a path in the media library.", path]);
            }
            else if (allowed.Length > 0 && !allowed.Contains(Path.GetExtension(path).ToLowerInvariant()))
            {
                check.Refuse("Paths", check.Localizer["{0} takes files of these kinds only: {1}.", check.Field.DisplayName, string.Join(", ", allowed)]);
            }
        }

        References.LimitToOne(paths, "Paths", check);
    }
}

internal sealed class ContentPickerField : FieldType
{
    public override bool IsEmpty(JsonObject value) => !HasItems(value, "ContentItemIds");

    public override void Check(JsonObject value, FieldCheck check)
    {
        var ids = Texts(value, "ContentItemIds", check);
        References.CheckIds(ids, "ContentItemIds", check);
        References.LimitToOne(ids, "ContentItemIds", check);
        References.Refer(ids, "ContentItemIds", check);
    }
}

internal sealed class TaxonomyField : FieldType
{
    public override bool IsEmpty(JsonObject value) => !HasItems(value, "TermContentItemIds");

    public override void Check(JsonObject value, FieldCheck check)
    {
        var ids = Texts(value, "TermContentItemIds", check);
        References.CheckIds(ids, "TermContentItemIds", check);
        if (ids?.Count > 1 && check.Field.Settings.Flag("Unique"))
        {
            check.Refuse("TermContentItemIds", check.Localizer["{0} takes one choice only.", check.Field.DisplayName]);
        }

        var taxonomy = check.Field.Settings.Text("TaxonomyContentItemId");
        foreach (var id in ids ?? [])
        {
            if (check.Content.Terms.Find(id) is not { } term || (taxonomy is not null && term.TaxonomyId != taxonomy))
            {
                check.Refuse("TermContentItemIds", check.Localizer["{0}: there is no term {1}.", check.Field.DisplayName, id]);
            }
        }
    }
}

internal sealed class UserPickerField : FieldType
{
    public override bool IsEmpty(JsonObject value) => !HasItems(value, "UserIds");

    public override void Check(JsonObject value, FieldCheck check)
    {
        var ids = Texts(value, "UserIds", check);
        Texts(value, "UserNames", check);
        References.LimitToOne(ids, "UserIds", check);
        References.Refer(ids, "UserIds", check);
    }
}

internal static class References
{
    public static void CheckIds(IReadOnlyList<string>? ids, string member, FieldCheck check)
    {
        foreach (var id in ids ?? [])
        {
            if (!UniqueId.IsValid(id))
            {
                check.Refuse(member, check.Localizer["“{0}” is not the id of a content item.", id]);
            }
        }
    }

    public static void Refer(IReadOnlyList<string>? ids, string member, FieldCheck check)
    {
        foreach (var id in ids ?? [])
        {
            check.Refer(member, id);
        }
    }

    public static void LimitToOne(IReadOnlyList<string>? items, string member, FieldCheck check)
    {
        if (items?.Count > 1 && !check.Field.IsMultiple)
        {
            check.Refuse(member, check.Localizer["{0} takes one choice only.", check.Field.DisplayName]);
        }
    }
}
