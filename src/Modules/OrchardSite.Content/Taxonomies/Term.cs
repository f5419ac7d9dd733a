using System.Text.Json.Nodes;
using Fluid;
using Fluid.Values;
using OrchardSite.Content.Definitions;
using OrchardSite.Theming.Liquid;

namespace OrchardSite.Content.Taxonomies;

/// <summary>A term of a taxonomy, such as a category, with its place in the tree.</summary>
public sealed class Term : NamedValue
{
    /// <summary>Name of the field, in the part with the name of a term's type, that has the section's deadline for publishing.</summary>
    public const string DeadlineField = "DeadlineDays";

    private readonly List<Term> _children = [];

    internal Term(JsonObject json, string taxonomyId, Term? parent)
    {
        Id = json.Text("ContentItemId") ?? "";
        ContentType = json.Text("ContentType") ?? "";
        DisplayText = json.Text("DisplayText") ?? (json["TitlePart"] as JsonObject).Text("Title") ?? "";
        Path = (json["AutoroutePart"] as JsonObject).Text("Path")?.Trim('/').ToLowerInvariant() ?? "";
        DeadlineDays = (int?)((json[ContentType] as JsonObject)?[DeadlineField] as JsonObject).Number("Value");
        TaxonomyId = taxonomyId;
        Parent = parent;
        Ancestors = parent is null ? [] : [.. parent.Ancestors, parent];
        foreach (var child in (json["Terms"] as JsonArray ?? []).OfType<JsonObject>())
        {
            _children.Add(new Term(child, taxonomyId, this));
        }
    }

    public string Id { get; }

    public string ContentType { get; }

    public string DisplayText { get; }

    /// <summary>Address inside the site without a slash at either end; empty where it has none.</summary>
    public string Path { get; }

    /// <summary>Working days within which the section publishes; null where it says nothing.</summary>
    public int? DeadlineDays { get; }

    public string TaxonomyId { get; }

    public Term? Parent { get; }

    /// <summary>From the root down to the parent.</summary>
    public IReadOnlyList<Term> Ancestors { get; }

    public IReadOnlyList<Term> Children => _children;

    /// <summary>The term and everything below it.</summary>
    public IEnumerable<Term> Subtree() => _children.SelectMany(child => child.Subtree()).Prepend(this);

    public override string ToStringValue() => DisplayText;

    protected override FluidValue Member(string name, TemplateContext context) => name switch
    {
        "ContentItemId" => StringValue.Create(Id),
        "DisplayText" => StringValue.Create(DisplayText),
        "Path" => StringValue.Create(Path),
        "Url" => StringValue.Create(Path.Length == 0 ? "" : context.Page().Url(Path)),
        "Parent" => Parent ?? (FluidValue)NilValue.Instance,
        "Ancestors" => new ArrayValue(Ancestors.ToArray<FluidValue>()),
        "Children" => new ArrayValue(_children.ToArray<FluidValue>()),
        _ => NilValue.Instance,
    };
}
