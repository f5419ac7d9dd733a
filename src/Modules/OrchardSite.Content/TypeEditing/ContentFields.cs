using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Editing;

namespace OrchardSite.Content.TypeEditing;

/// <summary>Gives a type a field more, in the part that has the type's name.</summary>
/// <param name="Kind">Orchard Core's name of the kind of field, such as <c>TextField</c>.</param>
public sealed record AddContentField(string TypeName, string Name, string DisplayName, string Kind) : DefinitionEdit(TypeName)
{
    public override string Operation => nameof(AddContentField);

    public override IEnumerable<Refusal> Apply(DefinitionDraft draft, IStringLocalizer localizer)
    {
        var part = draft.Part(TypeName);
        var names = DefinitionDraft.NamesOf(part, DefinitionDraft.PartFields).ToArray();
        Refusal[] refusals = [.. TechnicalNames.Check(Name, names, localizer), .. TechnicalNames.CheckDisplayName(DisplayName, localizer)];
        if (FieldEditor.Find(Kind) is null)
        {
            refusals = [.. refusals, Invalid("Kind", localizer["There is no kind of field named {0}.", Kind])];
        }

        if (refusals.Length > 0)
        {
            return refusals;
        }

        var former = (part?["Settings"]?[PartDefinition.Former] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(field => field.Text("Name") == Name && field.Text("FieldName") == Kind);
        var field = former?.DeepClone().AsObject() ?? new JsonObject { ["FieldName"] = Kind, ["Name"] = Name };
        var shown = DefinitionDraft.SettingsOf(field, "ContentPartFieldSettings");
        shown["DisplayName"] = TechnicalNames.Clean(DisplayName);
        shown["Position"] = names.Length.ToString(System.Globalization.CultureInfo.InvariantCulture);
        draft.Merge(DefinitionDraft.Parts, new JsonObject { ["Name"] = TypeName, [DefinitionDraft.PartFields] = new JsonArray(field) });
        FormerDefinitions.Forget(draft.Part(TypeName)!, PartDefinition.Former, Name);
        if (!DefinitionDraft.NamesOf(draft.Type(TypeName), DefinitionDraft.TypeParts, "PartName").Contains(TypeName))
        {
            var place = DefinitionDraft.NamesOf(draft.Type(TypeName), DefinitionDraft.TypeParts).Count();
            draft.Merge(DefinitionDraft.Types, new JsonObject { ["Name"] = TypeName, [DefinitionDraft.TypeParts] = new JsonArray(CreateContentType.PartOf(TypeName, place)) });
        }

        return [];
    }
}

/// <summary>Changes what a field is called, how it is edited and what it takes. Its kind stays.</summary>
/// <param name="Part">Name of the part's definition.</param>
public sealed record SaveContentField(string TypeName, string Part, string Name, FieldSettings Settings) : DefinitionEdit(TypeName)
{
    public override string Operation => nameof(SaveContentField);

    public override IEnumerable<Refusal> Apply(DefinitionDraft draft, IStringLocalizer localizer)
    {
        if (ContentField.Find(draft, TypeName, Part, Name) is not { } field)
        {
            return [ContentField.Missing(Name, localizer)];
        }

        var refusals = Settings.Check(field.Text("FieldName")!, draft, localizer).ToArray();
        if (refusals.Length == 0)
        {
            var written = new JsonObject { ["Name"] = Name, ["Settings"] = Settings.Write(field) };
            draft.Merge(DefinitionDraft.Parts, new JsonObject { ["Name"] = Part, [DefinitionDraft.PartFields] = new JsonArray(written) });
        }

        return refusals;
    }
}

/// <summary>Takes a field from a part. What items have in it stays in their stored versions, and comes back with the field.</summary>
/// <param name="Part">Name of the part's definition.</param>
public sealed record RemoveContentField(string TypeName, string Part, string Name) : DefinitionEdit(TypeName)
{
    public override string Operation => nameof(RemoveContentField);

    public override string ToType => Name;

    public override IEnumerable<Refusal> Apply(DefinitionDraft draft, IStringLocalizer localizer)
    {
        if (ContentField.Find(draft, TypeName, Part, Name) is not { } field)
        {
            return [ContentField.Missing(Name, localizer)];
        }

        var part = draft.Part(Part)!;
        DefinitionDraft.Remove(part, DefinitionDraft.PartFields, Name);
        FormerDefinitions.Remember(part, PartDefinition.Former, field);
        return [];
    }
}

/// <summary>Puts a field before or behind its neighbour in its part.</summary>
/// <param name="Part">Name of the part's definition.</param>
public sealed record MoveContentField(string TypeName, string Part, string Name, bool Up) : DefinitionEdit(TypeName)
{
    public override string Operation => nameof(MoveContentField);

    public override IEnumerable<Refusal> Apply(DefinitionDraft draft, IStringLocalizer localizer) =>
        ContentField.Find(draft, TypeName, Part, Name) is not null && DefinitionDraft.Move(draft.Part(Part)!, DefinitionDraft.PartFields, Name, Up, "ContentPartFieldSettings")
            ? []
            : [ContentField.Missing(Name, localizer)];
}

internal static class ContentField
{
    /// <summary>Null when the type has no such part, or the part no such field.</summary>
    public static JsonObject? Find(DefinitionDraft draft, string type, string part, string name) =>
        DefinitionDraft.NamesOf(draft.Type(type), DefinitionDraft.TypeParts, "PartName").Contains(part) ? draft.Field(part, name) : null;

    public static Refusal Missing(string name, IStringLocalizer localizer) => new(RefusalKind.NotFound, localizer["There is no field named {0}.", name]);
}
