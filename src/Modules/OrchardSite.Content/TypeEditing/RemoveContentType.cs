using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;

namespace OrchardSite.Content.TypeEditing;

/// <summary>Removes a type that has no items, with its own part.</summary>
public sealed record RemoveContentType(string TypeName) : DefinitionEdit(TypeName)
{
    public override string Operation => nameof(RemoveContentType);

    public override IEnumerable<Refusal> Apply(DefinitionDraft draft, IStringLocalizer localizer)
    {
        DefinitionDraft.Remove(draft.Json, DefinitionDraft.Types, TypeName);
        var isUsed = DefinitionDraft.NamesOf(draft.Json, DefinitionDraft.Types).Any(type => DefinitionDraft.NamesOf(draft.Type(type), DefinitionDraft.TypeParts, "PartName").Contains(TypeName));
        if (!isUsed)
        {
            DefinitionDraft.Remove(draft.Json, DefinitionDraft.Parts, TypeName);
        }

        return [];
    }
}
