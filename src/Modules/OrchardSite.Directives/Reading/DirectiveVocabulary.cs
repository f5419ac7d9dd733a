using OrchardSite.Content.Definitions;

namespace OrchardSite.Directives;

/// <summary>What the tenant's definitions call the codes that directives carry.</summary>
public sealed class DirectiveVocabulary(ContentDefinitions definitions)
{
    private readonly TypePart? _part = definitions.Find(DirectiveData.ContentType)?.FindPart(DirectiveData.ContentType);

    internal IEnumerable<RelationKind> Relations => Field(definitions.Find("DirectiveRelation")?.FindPart("DirectiveRelation"), "Kind")?.Options.Select(RelationKind.Read) ?? [];

    /// <summary>The codes of the types in the order of the definition.</summary>
    public IEnumerable<string> Types => Field(_part, "DocumentType")?.Options.Select(option => option.Value) ?? [];

    public string TypeName(string? code) => NameOf("DocumentType", code);

    public string SystemName(string? code) => NameOf("System", code);

    public string UrgencyName(string? code) => NameOf("Urgency", code);

    private string NameOf(string field, string? code) => Field(_part, field)?.NameOf(code) ?? code ?? "";

    private static PartField? Field(TypePart? part, string name) => part?.Fields.FirstOrDefault(field => field.Name == name);
}

/// <param name="Name">What the directive calls it that names the relation.</param>
/// <param name="InverseName">What the target calls it.</param>
internal sealed record RelationKind(string Code, string Name, string InverseName, RelationEffect Effect)
{
    public static RelationKind Read(FieldOption option) => new(
        option.Value,
        option.Name,
        option.Members.GetValueOrDefault("inverseName", option.Name),
        Enum.TryParse<RelationEffect>(option.Members.GetValueOrDefault("effect"), out var effect) ? effect : RelationEffect.None);
}
