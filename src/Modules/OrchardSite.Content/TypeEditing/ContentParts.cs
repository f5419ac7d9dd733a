using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;

namespace OrchardSite.Content.TypeEditing;

/// <summary>Gives a type a part more.</summary>
/// <param name="PartName">What it is.</param>
/// <param name="Name">Where it stands in an item; other than <paramref name="PartName"/> for a bag, of which a type may have several.</param>
public sealed record AddContentPart(string TypeName, string PartName, string? Name = null) : DefinitionEdit(TypeName)
{
    public const string Bag = "BagPart";

    private static readonly string[] OfEngine = ["TitlePart", "AutoroutePart", "AliasPart", "HtmlBodyPart", Bag];

    public override string Operation => nameof(AddContentPart);

    /// <summary>Names of the parts that the type may still be given.</summary>
    public static IEnumerable<string> Addable(DefinitionDraft draft, string type)
    {
        var has = DefinitionDraft.NamesOf(draft.Type(type), DefinitionDraft.TypeParts, "PartName").ToHashSet();
        var attachable = (draft.Json[DefinitionDraft.Parts] as JsonArray ?? []).OfType<JsonObject>()
            .Where(part => (part["Settings"]?["ContentPartSettings"] as JsonObject).Flag("Attachable")).Select(part => part.Text("Name")!);
        return OfEngine.Concat(attachable).Where(part => part == Bag || !has.Contains(part));
    }

    public override IEnumerable<Refusal> Apply(DefinitionDraft draft, IStringLocalizer localizer)
    {
        if (!Addable(draft, TypeName).Contains(PartName))
        {
            return [Invalid("PartName", localizer["{0} cannot be added to this type.", PartName])];
        }

        var type = draft.Type(TypeName)!;
        var names = DefinitionDraft.NamesOf(type, DefinitionDraft.TypeParts).ToArray();
        if (PartName == Bag && TechnicalNames.Check(Name ?? "", names, localizer).ToArray() is { Length: > 0 } refusals)
        {
            return refusals;
        }

        // What it was before it was removed it is again.
        var name = PartName == Bag ? Name! : PartName;
        var former = (type["Settings"]?[ContentType.Former] as JsonArray)?.OfType<JsonObject>().FirstOrDefault(part => part.Text("Name") == name && part.Text("PartName") == PartName);
        draft.Merge(DefinitionDraft.Types, new JsonObject
        {
            ["Name"] = TypeName,
            [DefinitionDraft.TypeParts] = new JsonArray(former?.DeepClone() ?? CreateContentType.PartOf(PartName, names.Length, name)),
        });
        Forget(type, name);
        return [];
    }

    internal static void Forget(JsonObject type, string name) => FormerDefinitions.Forget(type, ContentType.Former, name);
}

/// <summary>Takes a part from a type. What items have in it stays in their stored versions, and comes back with the part.</summary>
public sealed record RemoveContentPart(string TypeName, string Name) : DefinitionEdit(TypeName)
{
    public override string Operation => nameof(RemoveContentPart);

    public override string ToType => Name;

    public override IEnumerable<Refusal> Apply(DefinitionDraft draft, IStringLocalizer localizer)
    {
        if (draft.TypePart(TypeName, Name) is not { } part)
        {
            return [NoPart(Name, localizer)];
        }

        if (part.Text("PartName") == TypeName)
        {
            return [new Refusal(RefusalKind.Conflict, localizer["This part holds the type's own fields; remove the fields one by one."])];
        }

        var type = draft.Type(TypeName)!;
        DefinitionDraft.Remove(type, DefinitionDraft.TypeParts, Name);
        FormerDefinitions.Remember(type, ContentType.Former, part);
        return [];
    }
}

/// <summary>Puts a part of a type before or behind its neighbour.</summary>
public sealed record MoveContentPart(string TypeName, string Name, bool Up) : DefinitionEdit(TypeName)
{
    public override string Operation => nameof(MoveContentPart);

    public override IEnumerable<Refusal> Apply(DefinitionDraft draft, IStringLocalizer localizer) =>
        DefinitionDraft.Move(draft.Type(TypeName)!, DefinitionDraft.TypeParts, Name, Up, "ContentTypePartSettings") ? [] : [NoPart(Name, localizer)];
}

/// <summary>What was removed is remembered in the settings of what had it: its values are still stored, and stay private where they were.</summary>
internal static class FormerDefinitions
{
    public static void Remember(JsonObject owner, string list, JsonObject definition)
    {
        Forget(owner, list, definition.Text("Name")!);
        if (owner["Settings"] is not JsonObject settings)
        {
            owner["Settings"] = settings = [];
        }

        settings[list] = new JsonArray([.. (settings[list] as JsonArray ?? []).Select(item => item?.DeepClone()), definition.DeepClone()]);
    }

    public static void Forget(JsonObject owner, string list, string name)
    {
        if ((owner["Settings"] as JsonObject)?[list] is JsonArray items && items.OfType<JsonObject>().FirstOrDefault(item => item.Text("Name") == name) is { } known)
        {
            items.Remove(known);
            if (items.Count == 0)
            {
                owner["Settings"]!.AsObject().Remove(list);
            }
        }
    }
}
