using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Content.Operations;
using OrchardSite.Data;
using OrchardSite.Workflows.Definition;

namespace OrchardSite.Workflows.Moves;

/// <summary>Makes one transition of the workflow with one item, with all that follows from it, or says why not.</summary>
public sealed class MoveContent(SiteDbContext db, OpenContent open, Standings standings, CurrentWorkflow current, ItemStates states, MoveCheck check, MoveEffects effects, IStringLocalizer localizer)
{
    /// <summary>Of a reason, a note on a change and a notice to readers.</summary>
    public const int LongestText = 500;

    public async Task<OperationResult<SavedContent>> RunAsync(MoveRequest request, Actor actor, CancellationToken cancellationToken = default)
    {
        if (current.Workflow.Find(request.Transition) is not { On: null } transition)
        {
            return new Refusal(RefusalKind.Invalid, localizer["There is nothing like that to do."]);
        }

        await using var work = await db.BeginAsync(cancellationToken);
        // Who may see it is asked here; who may do it is said by the transition.
        var opened = await open.RunAsync(
            request.ItemId, request.VersionId, async item => await standings.MayOpenAsync(actor, item, cancellationToken) ? null : localizer["You may not see this content."].Value, cancellationToken);
        if (!opened.Succeeded)
        {
            return OperationResult<SavedContent>.Refused(opened.Refusals);
        }

        var item = opened.Value;
        if (!states.Follows(item.ContentType))
        {
            return new Refusal(RefusalKind.Conflict, localizer["Content of this type does not go the way of the editorial workflow."]);
        }

        var row = await states.OfAsync(item, cancellationToken);
        if (await check.RunAsync(transition, item, row, actor, request, cancellationToken) is { Count: > 0 } refusals)
        {
            return OperationResult<SavedContent>.Refused(refusals);
        }

        var absent = await check.OnBehalfOfAsync(transition, item, row, actor, cancellationToken);
        if (await effects.RunAsync(transition, item, row, actor, request with { OnBehalfOf = absent?.Name }, cancellationToken) is { Count: > 0 } failures)
        {
            return OperationResult<SavedContent>.Refused(failures);
        }

        try
        {
            await work.CommitAsync(cancellationToken);
            return new SavedContent(item.Id, item.LatestVersionId);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal(RefusalKind.Conflict, localizer["Somebody else has done something with “{0}” at the same time. Look at it again.", item.LatestText]);
        }
    }
}
