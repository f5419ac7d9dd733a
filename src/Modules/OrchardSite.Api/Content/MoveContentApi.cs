using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Content.Operations;

namespace OrchardSite.Api;

/// <summary>What is said with a move.</summary>
internal sealed record MoveQuery
{
    [FromQuery(Name = "changeNote"), Description("For the history of the item.")]
    public string? ChangeNote { get; init; }

    [FromQuery(Name = "reason"), Description("For colleagues, where the move asks for one.")]
    public string? Reason { get; init; }

    [FromQuery(Name = "choice"), Description("Name of one of the reasons that the move offers, such as Error of Withdraw.")]
    public string? Choice { get; init; }
}

/// <summary>Content on its way to readers and away from them: by the operations of the pages, through the same gates. Scoped.</summary>
internal sealed class MoveContentApi(PublishContent publish, UnpublishContent unpublish, DeleteContent delete, IContentMoves moves, ContentEditions editions, ContentRights rights, ApiMatch match, IStringLocalizer localizer)
{
    public Task<IResult> PublishAsync(HttpContext context, string id, string? changeNote) => DoAsync(
        context, id, (seen, actor) => publish.RunAsync(id, seen.Version.Id, actor, changeNote, cancellationToken: context.RequestAborted));

    public Task<IResult> UnpublishAsync(HttpContext context, string id, string? reason) => DoAsync(
        context, id, (seen, actor) => unpublish.RunAsync(id, seen.Version.Id, actor, reason, cancellationToken: context.RequestAborted));

    public Task<IResult> DeleteAsync(HttpContext context, string id) => DoAsync(
        context, id, (seen, actor) => delete.RunAsync(id, seen.Version.Id, actor, context.RequestAborted));

    public Task<IResult> MoveAsync(HttpContext context, string id, string name, MoveQuery words) => DoAsync(
        context, id, (seen, actor) => moves.MoveAsync(name, new SavedContent(id, seen.Version.Id), actor, words.ChangeNote, context.RequestAborted, words.Reason, words.Choice));

    private async Task<IResult> DoAsync<T>(HttpContext context, string id, Func<ContentEdition, Actor, Task<OperationResult<T>>> work)
    {
        var actor = context.Caller().Actor;
        if (await editions.NewestAsync(id, context.RequestAborted) is not { Item.DeletedUtc: null } seen)
        {
            return ApiAnswer.Refused(RefusalKind.NotFound, localizer["There is no such content."]);
        }

        // Who may not look at it is not told what it is now.
        if (!await rights.MayOpenAsync(actor, seen.Item, context.RequestAborted))
        {
            return ApiAnswer.Refused(RefusalKind.Forbidden, localizer["This token does not let you see drafts of this content."]);
        }

        if (match.Check(context, ContentItemJson.TagOf(seen, isWhole: true), () => ContentItemJson.Of(seen, isWhole: true)) is { } unseen)
        {
            return unseen;
        }

        var done = await work(seen, actor);
        var now = (await editions.NewestAsync(id, context.RequestAborted))!;
        var tag = ContentItemJson.TagOf(now, isWhole: true);
        if (!done.Succeeded)
        {
            return done.Refusals[0].Kind == RefusalKind.Conflict && !ApiMatch.Matches(context, tag)
                ? match.Stale(context, tag, ContentItemJson.Of(now, isWhole: true))
                : ApiAnswer.Refused(done.Refusals);
        }

        return now.Item.DeletedUtc is not null ? TypedResults.NoContent() : ApiAnswer.Done(context, ContentItemJson.Of(now, isWhole: true), tag);
    }
}
