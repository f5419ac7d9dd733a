using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Operations;

namespace OrchardSite.Content.Editing;

/// <summary>The item that a request of the editor is about, and what is typed over it. Scoped.</summary>
public sealed class EditWork(ContentEditions editions, ContentEditor editor, ContentRights rights, IContentMoves moves, EditLocks locks, Autosaves autosaves, IEnumerable<IContentAdvice> advice)
{
    public ContentEditor Editor { get; } = editor;

    public EditLocks Locks { get; } = locks;

    public Autosaves Autosaves { get; } = autosaves;

    public IContentMoves Moves { get; } = moves;

    public ContentType? Type { get; private set; }

    /// <summary>Null for an item that has not been saved yet.</summary>
    public ContentEdition? Edition { get; private set; }

    /// <param name="newType">Type of an item that is not there yet.</param>
    /// <returns>False when there is no such item and none can be made.</returns>
    public async Task<bool> OpenAsync(string itemId, string? newType, CancellationToken cancellationToken)
    {
        Edition = await editions.NewestAsync(itemId, cancellationToken);
        Type = (Edition?.Item.ContentType ?? newType) is { } name ? await Editor.TypeAsync(name) : null;
        return UniqueId.IsValid(itemId) && Type is not null && (Edition is not null || Type.IsCreatable);
    }

    public Task<bool> MayEditAsync(Actor actor, CancellationToken cancellationToken) =>
        Edition is null ? Task.FromResult(actor.MayBegin(Type!.Name)) : rights.MayEditAsync(actor, Edition.Item, cancellationToken);

    public bool HasAdvice => advice.Any(one => one.ContentType == Type!.Name);

    /// <param name="typed">What the form has at the moment.</param>
    public async Task<IReadOnlyList<Advice>> AdviseAsync(string itemId, JsonObject typed, DateTime now, CancellationToken cancellationToken)
    {
        var draft = new ContentDraft(Type!, itemId, typed) { DisplayText = "", PublishedUtc = now };
        var all = new List<Advice>();
        foreach (var one in advice.Where(one => one.ContentType == Type!.Name))
        {
            all.AddRange(await one.OfAsync(draft, cancellationToken));
        }

        return all;
    }

    /// <summary>The form with where the item is on its way to readers, and what the person may do with it after saving.</summary>
    public async Task<EditorView> OnItsWayAsync(EditorView view, Actor actor, CancellationToken cancellationToken)
    {
        var item = Edition?.Item;
        var marks = item is null ? null : await Moves.MarksAsync([item], cancellationToken);
        return view with
        {
            Item = item,
            HasAdvice = HasAdvice,
            Moves = await Moves.AfterSaveAsync(Type!, item, actor, cancellationToken),
            Marks = item is not null && marks!.TryGetValue(item.Id, out var own) ? own : [],
            WayPage = item is null ? null : Moves.PageOf(item),
        };
    }

    public Task<ContentEdition?> NewestAsync(string itemId, CancellationToken cancellationToken) => editions.NewestAsync(itemId, cancellationToken);

    /// <returns>The content of the version that the typing began from, with what was typed; null when the item has no such version.</returns>
    public async Task<JsonObject?> ReadFormAsync(string itemId, string? baseVersionId, IFormCollection form, TimeZoneInfo timeZone, CancellationToken cancellationToken)
    {
        var content = string.IsNullOrEmpty(baseVersionId) ? [] : (await editions.FindAsync(itemId, baseVersionId, cancellationToken))?.Content();
        if (content is not null)
        {
            ItemFormReader.Read(form, Type!, await Editor.ContainedAsync(Type!), content, timeZone);
        }

        return content;
    }
}
