using System.Text.Json.Nodes;
using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Editing;

namespace OrchardSite.Content.Comparing;

/// <summary>Says field by field and word by word how two versions of an item differ, HTML as it is read.</summary>
public sealed class ContentComparison(IStringLocalizer localizer)
{
    private static readonly InlineDiffBuilder Words = new(new Differ());
    private static readonly DelimiterChunker Chunker = new([' ', '\n', '.', ',', ';', ':', '!', '?', '(', ')', '“', '”']);

    /// <returns>The fields that differ, in the order of the form.</returns>
    public IReadOnlyList<FieldDifference> Compare(ItemForm before, ItemForm after) =>
        Texts(before).Zip(Texts(after))
            .Where(pair => pair.First.Text != pair.Second.Text)
            .Select(pair => new FieldDifference(pair.First.Name, Diff(pair.First.Text, pair.Second.Text)))
            .ToArray();

    public FieldDifference Compare(string name, string before, string after) => new(name, Diff(before, after));

    private IEnumerable<(string Name, string Text)> Texts(ItemForm form)
    {
        yield return (localizer["Title"], form.Title);
        yield return (localizer["Address"], form.Path);
        yield return (localizer["Alias"], form.Alias);
        yield return (localizer["Text"], ReadableText.OfHtml(form.Body));
        foreach (var input in form.Main.Concat(form.Side))
        {
            yield return (input.Field.DisplayName, TextOf(input));
        }
    }

    /// <summary>A field's value as people read it.</summary>
    public string TextOf(FieldInput input) => input.Field.Type switch
    {
        "HtmlField" => ReadableText.OfHtml(input.Text("Html")),
        "TextField" => input.Field.NameOf(input.Text("Text")),
        "BooleanField" => input.Text("Value") == "true" ? localizer["Yes"] : localizer["No"],
        "LinkField" => $"{input.Text("Text")} {input.Text("Url")}".Trim(),
        "MediaField" => string.Join('\n', input.Texts("Paths").Zip(input.Texts("MediaTexts").Concat(Enumerable.Repeat("", int.MaxValue)), (path, text) => $"{path} {text}".Trim())),
        "TaxonomyField" => string.Join('\n', input.Texts("TermContentItemIds").Select(id => input.Form.Terms.Find(id)?.DisplayText ?? id)),
        "ContentPickerField" => string.Join('\n', input.Texts("ContentItemIds").Select(id => input.Form.Titles.GetValueOrDefault(id) ?? id)),
        _ => input.Text("Value"),
    };

    private static List<WordChange> Diff(string before, string after)
    {
        var changes = new List<WordChange>();
        foreach (var piece in Words.BuildDiffModel(before, after, ignoreWhitespace: false, ignoreCase: false, Chunker).Lines)
        {
            var state = piece.Type switch
            {
                ChangeType.Inserted => WordState.Added,
                ChangeType.Deleted => WordState.Removed,
                _ => WordState.Same,
            };
            // Words that changed together are marked together, with the spaces between them.
            if (changes.Count > 0 && changes[^1].State == state)
            {
                changes[^1] = changes[^1] with { Text = changes[^1].Text + piece.Text };
            }
            else
            {
                changes.Add(new WordChange(piece.Text ?? "", state));
            }
        }

        return changes;
    }
}

public enum WordState
{
    Same,
    Added,
    Removed,
}

public sealed record WordChange(string Text, WordState State);

public sealed record FieldDifference(string Name, IReadOnlyList<WordChange> Words)
{
    /// <summary>The text as it was, with what is gone since marked.</summary>
    public IEnumerable<WordChange> Before => Words.Where(word => word.State != WordState.Added);

    /// <summary>The text as it is, with what is new marked.</summary>
    public IEnumerable<WordChange> After => Words.Where(word => word.State != WordState.Removed);
}
