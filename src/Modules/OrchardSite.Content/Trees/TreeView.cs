using OrchardSite.Content.Comparing;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Editing;
using OrchardSite.Content.Operations;

namespace OrchardSite.Content.Trees;

/// <summary>What the page of a tree shows.</summary>
/// <param name="Base">The version that the typing began from.</param>
/// <param name="Form">Has the reasons to refuse and what the fields of entries refer to.</param>
/// <param name="Levels">How deep the tree may be.</param>
/// <param name="NewTypes">Of which entries may be added.</param>
public sealed record TreeView(TreeKind Kind, ContentEdition Base, IReadOnlyList<TreeEntry> Entries, ItemForm Form, int Levels, IReadOnlyList<ContentType> NewTypes)
{
    /// <summary>The id that saving gives to the new version: sending the form twice saves once.</summary>
    public string NextVersionId { get; } = UniqueId.New();

    /// <summary>How many items there are under each entry and those below it; those without any are left out.</summary>
    public IReadOnlyDictionary<string, int> Uses { get; init; } = new Dictionary<string, int>();

    public IReadOnlyList<ContentMove> Moves { get; init; } = [];

    public IReadOnlyList<ContentMark> Marks { get; init; } = [];

    /// <summary>Id of the entry that was just added.</summary>
    public string? Added { get; init; }

    /// <summary>The button that was pressed: the keyboard stays there.</summary>
    public string? Pressed { get; init; }

    /// <summary>What that has done, for a reader of the screen.</summary>
    public string Status { get; init; } = "";

    /// <summary>True while the form differs from what is saved.</summary>
    public bool IsChanged { get; init; }

    /// <summary>How what was typed differs from what somebody else has saved meanwhile; null where nobody has.</summary>
    public IReadOnlyList<FieldDifference>? Conflict { get; init; }

    /// <summary>True where people have typed something that was refused.</summary>
    public bool HasErrors(TreeEntry entry) => Form.ErrorsOf(entry.Field).Any();
}
