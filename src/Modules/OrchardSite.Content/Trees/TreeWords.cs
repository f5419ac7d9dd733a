using Microsoft.Extensions.Localization;
using OrchardSite.Content.Comparing;
using OrchardSite.Content.Editing;

namespace OrchardSite.Content.Trees;

/// <summary>Says in words where an entry stands, and what a whole tree is.</summary>
public sealed class TreeWords(ContentComparison comparison, IStringLocalizer localizer)
{
    public string AtTop(object title, object number, object count) => localizer["“{0}” is number {1} of {2} on the first level.", title, number, count];

    public string Below(object title, object number, object count, object parent) => localizer["“{0}” is number {1} of {2} below “{3}”.", title, number, count, parent];

    public string Stays(object title) => localizer["“{0}” cannot go there.", title];

    /// <summary>Where an entry stands among those beside it.</summary>
    public string PlaceOf(List<TreeEntry> entries, int at)
    {
        var parent = entries[at].Level == 0 ? -1 : TreeMoves.ParentOf(entries, at);
        var beside = Enumerable.Range(parent + 1, (parent < 0 ? entries.Count : TreeMoves.EndOf(entries, parent)) - parent - 1).Where(index => entries[index].Level == entries[at].Level).ToList();
        return parent < 0
            ? AtTop(entries[at].Title, beside.IndexOf(at) + 1, beside.Count)
            : Below(entries[at].Title, beside.IndexOf(at) + 1, beside.Count, entries[parent].Title);
    }

    /// <summary>How two states of a tree differ, each a line for every entry.</summary>
    public FieldDifference Compare(TreeKind kind, IEnumerable<TreeEntry> before, IEnumerable<TreeEntry> after, ItemForm form) =>
        comparison.Compare(kind == TreeKind.Menus ? localizer["Entries of the menu"] : localizer["Entries of the taxonomy"], TextOf(before, form), TextOf(after, form));

    private string TextOf(IEnumerable<TreeEntry> entries, ItemForm form) =>
        string.Join('\n', entries.Where(entry => !entry.IsRemoved).Select(entry => string.Concat(Enumerable.Repeat("— ", entry.Level)) + entry.Title + FactsOf(entry, form)));

    private string FactsOf(TreeEntry entry, ItemForm form)
    {
        var fields = entry.Type is null ? [] : form.FieldsOf(entry.Type, entry.Json, entry.Field + ".").Select(input => $"{input.Field.DisplayName}: {comparison.TextOf(input)}");
        var facts = fields.Prepend(entry.Path).Prepend(entry.Url).Where(fact => fact.Length > 0).ToArray();
        return facts.Length == 0 ? "" : $" ({string.Join("; ", facts)})";
    }
}
