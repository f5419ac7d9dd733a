using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;

namespace OrchardSite.Content.Operations;

/// <summary>Something that a person can do with an item on its way to readers.</summary>
/// <param name="Name">Sent back to <see cref="IContentMoves.MoveAsync"/>.</param>
/// <param name="Text">In the person's language.</param>
public sealed record ContentMove(string Name, string Text);

/// <summary>What lists and pages show beside an item, such as where it is on its way.</summary>
/// <param name="Text">In the person's language.</param>
/// <param name="IsWarning">True for what somebody must look at.</param>
public sealed record ContentMark(string Text, bool IsWarning);

/// <summary>What the editor and the lists know of an item's way to readers. Scoped.</summary>
public interface IContentMoves
{
    /// <summary>What the person may do with the item right after saving it, the most likely first.</summary>
    /// <param name="item">Null for an item that has not been saved yet.</param>
    Task<IReadOnlyList<ContentMove>> AfterSaveAsync(ContentType type, ContentItem? item, Actor actor, CancellationToken cancellationToken);

    /// <param name="reason">For colleagues, where the move asks for one.</param>
    /// <param name="choice">Name of one of the reasons that the move offers.</param>
    /// <returns>What was done as a sentence, or the reasons why it was not.</returns>
    Task<OperationResult<string>> MoveAsync(
        string name, SavedContent saved, Actor actor, string? changeNote, CancellationToken cancellationToken, string? reason = null, string? choice = null);

    /// <summary>Marks of these items by their ids; those without any are left out.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyList<ContentMark>>> MarksAsync(IReadOnlyCollection<ContentItem> items, CancellationToken cancellationToken);

    /// <summary>True for content types whose items go a way of their own to readers, rather than being published at once.</summary>
    bool HasWay(string contentType);

    /// <summary>Address of the page that tells an item's way, inside the site; null where there is none.</summary>
    string? PageOf(ContentItem item);
}

/// <summary>Where no module watches over the way of content, it is published at once.</summary>
public sealed class PlainMoves(PublishContent publish, ContentRights rights, IStringLocalizer localizer) : IContentMoves
{
    public const string Publish = "Publish";

    public async Task<IReadOnlyList<ContentMove>> AfterSaveAsync(ContentType type, ContentItem? item, Actor actor, CancellationToken cancellationToken) =>
        (item is null ? actor.MayPublishSome(type.Name) : await rights.MayPublishAsync(actor, item, cancellationToken)) ? [new ContentMove(Publish, localizer["Publish"])] : [];

    public async Task<OperationResult<string>> MoveAsync(
        string name, SavedContent saved, Actor actor, string? changeNote, CancellationToken cancellationToken, string? reason = null, string? choice = null)
    {
        if (name != Publish)
        {
            return new Refusal(RefusalKind.Invalid, localizer["There is nothing like that to do."]);
        }

        var result = await publish.RunAsync(saved.ContentItemId, saved.VersionId, actor, changeNote, cancellationToken: cancellationToken);
        return result.Succeeded ? localizer["It is published."].Value : OperationResult<string>.Refused(result.Refusals);
    }

    public Task<IReadOnlyDictionary<string, IReadOnlyList<ContentMark>>> MarksAsync(IReadOnlyCollection<ContentItem> items, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<ContentMark>>>(new Dictionary<string, IReadOnlyList<ContentMark>>());

    public bool HasWay(string contentType) => false;

    public string? PageOf(ContentItem item) => null;
}
