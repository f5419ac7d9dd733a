using OrchardSite.Content;
using OrchardSite.Content.Operations;
using OrchardSite.Workflows.Definition;
using OrchardSite.Workflows.Delegation;

namespace OrchardSite.Workflows.Moves;

/// <summary>As whom somebody acts on an item: as themselves, or in the place of a colleague who is away.</summary>
/// <param name="OnBehalfOf">Null: as themselves.</param>
/// <param name="Roles">The parts they play so.</param>
/// <param name="Hands">What they, or the colleague, had a hand in.</param>
public sealed record Standing(Actor? OnBehalfOf, IReadOnlySet<string> Roles, Hands Hands)
{
    public bool Plays(WorkflowTransition transition) => transition.By.Any(Roles.Contains);

    /// <summary>True when they may make it so, as far as it is about them.</summary>
    public bool May(WorkflowTransition transition) => Plays(transition) && !(transition.FourEyes && Hands.In(transition));
}

/// <summary>Finds out as whom somebody may act. Scoped.</summary>
public sealed class Standings(CurrentWorkflow current, ContentRights rights, FourEyes eyes, Absences absences)
{
    /// <summary>Themselves first.</summary>
    public async Task<IReadOnlyList<Standing>> OfAsync(ContentItem item, EditorialItem row, Actor actor, CancellationToken cancellationToken) =>
        await OfAsync(item, row, actor, await HandsAsync(row, actor, cancellationToken), cancellationToken);

    public async Task<IReadOnlyList<Standing>> OfAsync(ContentItem item, EditorialItem row, Actor actor, Hands own, CancellationToken cancellationToken)
    {
        var standings = new List<Standing> { new(null, await RolesAsync(actor, item, isSelf: true, cancellationToken), own) };
        foreach (var absent in await absences.RepresentedByAsync(actor, cancellationToken))
        {
            // Neither may have had a hand: the second pair of eyes is nobody's who wrote it.
            var theirs = await HandsAsync(row, absent, cancellationToken);
            var hands = new Hands(own.InNewest || theirs.InNewest, own.InPublished || theirs.InPublished);
            standings.Add(new Standing(absent, await RolesAsync(absent, item, isSelf: false, cancellationToken), hands));
        }

        return standings;
    }

    /// <summary>True when the person, or one in whose place they act, may look at the item.</summary>
    public async Task<bool> MayOpenAsync(Actor actor, ContentItem item, CancellationToken cancellationToken)
    {
        if (await rights.MayOpenAsync(actor, item, cancellationToken))
        {
            return true;
        }

        foreach (var absent in await absences.RepresentedByAsync(actor, cancellationToken))
        {
            if (await rights.MayOpenAsync(absent, item, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    // A part that takes a permission of its own is trusted to the person, and not handed on.
    private async Task<IReadOnlySet<string>> RolesAsync(Actor actor, ContentItem item, bool isSelf, CancellationToken cancellationToken)
    {
        var held = new HashSet<string>(StringComparer.Ordinal);
        foreach (var role in current.Workflow.Roles.Where(role => role.Permission is null || (isSelf && actor.Can(role.Permission))))
        {
            var may = role.Right switch
            {
                WorkflowRight.Publish => await rights.MayPublishAsync(actor, item, cancellationToken),
                WorkflowRight.Edit => await rights.MayEditOthersAsync(actor, item, cancellationToken),
                _ => await rights.MayEditAsync(actor, item, cancellationToken),
            };
            if (may)
            {
                held.Add(role.Name);
            }
        }

        return held;
    }

    // Somebody without an account is no pair of eyes.
    private async Task<Hands> HandsAsync(EditorialItem row, Actor actor, CancellationToken cancellationToken) => actor.AccountId is { } id
        ? new Hands(await eyes.HadHandInNewestAsync(row, id, cancellationToken), await eyes.HadHandInPublishedAsync(row, id, cancellationToken))
        : new Hands(true, true);
}
