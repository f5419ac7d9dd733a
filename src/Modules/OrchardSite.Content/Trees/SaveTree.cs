using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Operations;
using OrchardSite.Content.Taxonomies;

namespace OrchardSite.Content.Trees;

/// <param name="Base">The version that the typing began from.</param>
/// <param name="Entries">From top to bottom, with those that are to go.</param>
/// <param name="Move">Name of the move that follows the saving; null: it stays a draft.</param>
public sealed record TreeEdit(TreeKind Kind, ContentEdition Base, IReadOnlyList<TreeEntry> Entries, string? NextVersionId, string? Move, string? ChangeNote);

/// <param name="Told">What was done after saving, as a sentence; null where it stays a draft.</param>
/// <param name="HeldBack">Why it is saved but did not go on its way.</param>
public sealed record SavedTree(SavedContent Saved, string? Told, IReadOnlyList<Refusal> HeldBack);

/// <summary>
/// Saves a menu or a taxonomy with all its entries as one version, and hands it on. Refusals name the entry's field on the form.
/// Who may manage the tree needs no right on content; the way that content of the type goes to readers is kept to.
/// </summary>
public sealed partial class SaveTree(
    SaveContent save, DefinitionStore definitions, TaxonomyChanges taxonomies, IContentMoves moves, ContentPermits permits, IStringLocalizer localizer)
{
    public async Task<OperationResult<SavedTree>> RunAsync(TreeEdit edit, Actor actor, CancellationToken cancellationToken = default)
    {
        var item = edit.Base.Item;
        if (!actor.Can(edit.Kind.Permission))
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not change “{0}”.", item.LatestText]);
        }

        var content = edit.Base.Content();
        var entries = Kept(edit.Entries);
        var types = await definitions.GetAsync();
        var levels = edit.Kind.LevelsOf(types.Find(item.ContentType)!, item.Alias);
        var refusals = new TreeCheck(localizer).Check(entries, edit.Kind.TypesOf(content, types), levels).ToArray();
        if (refusals.Length == 0)
        {
            refusals = [.. await taxonomies.CheckRemovalAsync(item.Id, entries.Select(entry => entry.Id).ToHashSet(), cancellationToken)];
        }

        if (refusals.Length > 0)
        {
            return OperationResult<SavedTree>.Refused(AtEntries(refusals, [], entries));
        }

        var paths = EntryTree.Write(edit.Kind, content, entries);
        (content["ContentItemId"], content["ContentType"]) = (item.Id, item.ContentType);
        using var permit = permits.Give(item.Id);
        var saved = await save.RunAsync(new ContentEdit(content, edit.Base.Version.Id, edit.ChangeNote) { VersionId = edit.NextVersionId }, actor, cancellationToken);
        if (!saved.Succeeded)
        {
            return OperationResult<SavedTree>.Refused(AtEntries(saved.Refusals, paths, entries));
        }

        if (edit.Move is null)
        {
            return new SavedTree(saved.Value, null, []);
        }

        var moved = await moves.MoveAsync(edit.Move, saved.Value, actor, edit.ChangeNote, cancellationToken);
        return moved.Succeeded ? new SavedTree(saved.Value, moved.Value, []) : new SavedTree(saved.Value, null, AtEntries(moved.Refusals, paths, entries));
    }

    // What goes takes along what stands below it.
    private static List<TreeEntry> Kept(IReadOnlyList<TreeEntry> entries)
    {
        var kept = new List<TreeEntry>();
        var goneLevel = int.MaxValue;
        foreach (var entry in entries)
        {
            goneLevel = entry.Level > goneLevel ? goneLevel : entry.IsRemoved ? entry.Level : int.MaxValue;
            if (goneLevel == int.MaxValue)
            {
                kept.Add(entry);
            }
        }

        return kept;
    }

    private static Refusal[] AtEntries(IEnumerable<Refusal> refusals, IReadOnlyList<string> paths, List<TreeEntry> entries) =>
        [.. refusals.Select(refusal => refusal with { Field = FieldOf(refusal.Field, paths, entries) ?? refusal.Field })];

    private static string? FieldOf(string? path, IReadOnlyList<string> paths, List<TreeEntry> entries)
    {
        if (path is null)
        {
            return null;
        }

        if (TermId().Match(path) is { Success: true } term)
        {
            return TreeEntry.FieldOf(term.Groups[1].Value);
        }

        // The path of an entry is the beginning of those below it: the longest is the right one.
        var at = -1;
        for (var index = 0; index < paths.Count; index++)
        {
            at = path.StartsWith(paths[index], StringComparison.Ordinal) && (at < 0 || paths[index].Length > paths[at].Length) ? index : at;
        }

        return at < 0 ? null : entries[at].Field + path[paths[at].Length..];
    }

    [GeneratedRegex(@"\(([a-z0-9]+)\)$")]
    private static partial Regex TermId();
}
