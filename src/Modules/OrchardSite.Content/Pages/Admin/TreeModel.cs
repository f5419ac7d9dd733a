using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Content.Trees;

namespace OrchardSite.Content.Pages.Admin;

/// <summary>
/// A menu or a taxonomy with its entries. Every button sends the whole form: a move or a new entry changes the form alone, until it is
/// saved. The page's script moves entries without asking.
/// </summary>
[RequestFormLimits(ValueCountLimit = 20_000)]
public sealed class TreeModel(TreeWork work, SaveTree save, TreeWords words, TermStore terms, IStringLocalizer localizer) : AdminPage
{
    /// <summary>Id of the item or its alias.</summary>
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty]
    public string? BaseVersionId { get; set; }

    [BindProperty]
    public string? NextVersionId { get; set; }

    [BindProperty]
    public string? ChangeNote { get; set; }

    public TreeView View { get; private set; } = null!;

    protected override Permission Needed => Tree.Permission;

    private TreeKind Tree => TreeKind.At(Request.Path);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await work.FindAsync(Tree, Key, cancellationToken) is not { } edition)
        {
            return NotFound();
        }

        View = await ViewAsync(edition, await work.EntriesAsync(Tree, edition), [], cancellationToken);
        return Page();
    }

    /// <param name="press"><c>up:ID</c>, <c>down:ID</c>, <c>in:ID</c>, <c>out:ID</c>, <c>add:TYPE</c>, <c>link</c>, <c>Save</c>, or the name of a move that follows the saving.</param>
    /// <param name="category">Id of the term that a new link leads to.</param>
    public async Task<IActionResult> OnPostAsync(string? press, string? category, CancellationToken cancellationToken)
    {
        if (await work.FindAsync(Tree, Key, cancellationToken) is not { } newest || await work.VersionAsync(newest.Item.Id, BaseVersionId, cancellationToken) is not { } began)
        {
            return NotFound();
        }

        if (await work.ReadFormAsync(Tree, began, Request.Form, Site.TimeZone) is not { } entries)
        {
            return BadRequest();
        }

        var (verb, of) = (press ?? "").Split(':', 2) is [var first, var second] ? (first, second) : (press ?? "", "");
        return verb switch
        {
            "add" => await AddAsync(began, entries, await work.NewEntryAsync(Tree, began, of), cancellationToken),
            "link" => await AddAsync(began, entries, await NewLinkAsync(began, category), cancellationToken),
            _ when TreeMoves.IsMove(verb) => await MoveAsync(began, entries, verb, of, cancellationToken),
            _ => await SaveAsync(began, newest, entries, verb is "" or "Save" ? null : verb, cancellationToken),
        };
    }

    private async Task<IActionResult> MoveAsync(ContentEdition began, List<TreeEntry> entries, string verb, string id, CancellationToken cancellationToken)
    {
        var at = entries.FindIndex(entry => entry.Id == id);
        if (at < 0)
        {
            return await AgainAsync(began, entries, [Nothing()], cancellationToken);
        }

        var view = await ViewAsync(began, entries, [], cancellationToken);
        var title = entries[at].Title;
        var status = TreeMoves.Run(entries, at, verb, view.Levels) ? words.PlaceOf(entries, entries.FindIndex(entry => entry.Id == id)) : words.Stays(title);
        View = view with { IsChanged = true, Status = status, Pressed = $"{verb}:{id}" };
        return Page();
    }

    private async Task<IActionResult> AddAsync(ContentEdition began, List<TreeEntry> entries, TreeEntry? added, CancellationToken cancellationToken)
    {
        if (added is null)
        {
            return await AgainAsync(began, entries, [Nothing()], cancellationToken);
        }

        entries.Add(added);
        View = await ViewAsync(began, entries, [], cancellationToken) with { IsChanged = true, Added = added.Id, Status = localizer["A new entry stands at the end of the list. Fill it in, then save."] };
        return Page();
    }

    private async Task<TreeEntry?> NewLinkAsync(ContentEdition began, string? termId)
    {
        if (Tree != TreeKind.Menus || (await terms.GetAsync()).Find(termId) is not { Path.Length: > 0 } term || await work.NewEntryAsync(Tree, began, "LinkMenuItem") is not { } entry)
        {
            return null;
        }

        entry.Json["TitlePart"] = new JsonObject { ["Title"] = term.DisplayText };
        entry.Json["LinkMenuItemPart"] = new JsonObject { ["Url"] = "~/" + term.Path };
        return entry;
    }

    private async Task<IActionResult> SaveAsync(ContentEdition began, ContentEdition newest, List<TreeEntry> entries, string? move, CancellationToken cancellationToken)
    {
        var note = ChangeNote?.Trim() is { Length: > 0 } typed ? typed : null;
        var saved = await save.RunAsync(new TreeEdit(Tree, began, entries, NextVersionId, move, note), Actor, cancellationToken);
        if (!saved.Succeeded)
        {
            return saved.Refusals[0] is { Kind: RefusalKind.Conflict, Field: null } && newest.Version.Id != began.Version.Id
                ? await ConflictAsync(newest, entries, saved.Refusals, cancellationToken)
                : await AgainAsync(began, entries, saved.Refusals, cancellationToken);
        }

        if (saved.Value.HeldBack is { Count: > 0 } reasons && await work.FindAsync(Tree, Key, cancellationToken) is { } draft)
        {
            var all = reasons.Prepend(new Refusal(reasons[0].Kind, localizer["It is saved as a draft, but cannot go on its way yet:"])).ToArray();
            return await AgainAsync(draft, await work.EntriesAsync(Tree, draft), all, cancellationToken);
        }

        var title = newest.Item.LatestText;
        Notice = saved.Value.Told is { } told ? localizer["“{0}”: {1}", title, told] : localizer["“{0}” is saved as a draft.", title];
        return LocalRedirect(Url.Content($"~/Admin/{Tree.Name}/{Key}"));
    }

    // Both stand side by side, and what was typed is still in the form: it goes over the other one by intention alone.
    private async Task<IActionResult> ConflictAsync(ContentEdition newest, List<TreeEntry> entries, IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken)
    {
        var view = await ViewAsync(newest, entries, refusals, cancellationToken);
        View = view with { IsChanged = true, Conflict = [words.Compare(Tree, await work.EntriesAsync(Tree, newest), entries, view.Form)] };
        return Refused(refusals);
    }

    private async Task<IActionResult> AgainAsync(ContentEdition began, List<TreeEntry> entries, IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken)
    {
        View = await ViewAsync(began, entries, refusals, cancellationToken) with { IsChanged = true };
        return Refused(refusals);
    }

    private Task<TreeView> ViewAsync(ContentEdition began, List<TreeEntry> entries, IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken) =>
        work.ViewAsync(Tree, began, entries, refusals, Site.TimeZone, Actor, cancellationToken);

    private Refusal Nothing() => new(RefusalKind.Invalid, localizer["There is nothing like that to do."]);
}
