using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Operations;
using OrchardSite.Data;
using OrchardSite.Workflows.Definition;

namespace OrchardSite.Workflows.Moves;

/// <summary>Shows the way of an item where its content is edited and listed.</summary>
internal sealed class EditorialMoves(SiteDbContext db, CurrentWorkflow current, ItemStates states, Standings standings, MoveContent move, PlainMoves plain, IStringLocalizer localizer) : IContentMoves
{
    public async Task<IReadOnlyList<ContentMove>> AfterSaveAsync(ContentType type, ContentItem? item, Actor actor, CancellationToken cancellationToken)
    {
        if (!states.Follows(type.Name))
        {
            return await plain.AfterSaveAsync(type, item, actor, cancellationToken);
        }

        var row = item is null ? states.New("", type.Name) : await states.ReadAsync(item, cancellationToken);
        if (current.Workflow.On(WorkflowEvent.Save, row.State) is not { } save)
        {
            return [];
        }

        // Who has just saved it is not its second pair of eyes: they can only hand it on.
        var roles = item is null ? current.Workflow.Roles.Where(role => role.Right == WorkflowRight.Write).Select(role => role.Name).ToHashSet() : (await standings.OfAsync(item, row, actor, cancellationToken))[0].Roles;
        return
        [
            .. current.Workflow.From(save.To)
                .Where(transition => transition is { FourEyes: false, Effect: WorkflowEffect.None, Reason: not WorkflowReason.Required, If.Count: 0 }
                    && transition.By.Any(roles.Contains)
                    && current.Workflow.FindState(transition.To)!.WaitsFor.Count > 0)
                .Select(transition => new ContentMove(transition.Name, transition.DisplayName.ToString())),
        ];
    }

    public async Task<OperationResult<string>> MoveAsync(
        string name, SavedContent saved, Actor actor, string? changeNote, CancellationToken cancellationToken, string? reason = null, string? choice = null)
    {
        var type = await db.Set<ContentItem>().Where(row => row.Id == saved.ContentItemId).Select(row => row.ContentType).FirstOrDefaultAsync(cancellationToken);
        if (type is null || !states.Follows(type))
        {
            return await plain.MoveAsync(name, saved, actor, changeNote, cancellationToken, reason, choice);
        }

        var moved = await move.RunAsync(new MoveRequest(saved.ContentItemId, saved.VersionId, name) { ChangeNote = changeNote, Reason = reason, Choice = choice }, actor, cancellationToken);
        return moved.Succeeded
            ? localizer["it is in the state “{0}” now.", current.Workflow.FindState(current.Workflow.Find(name)!.To)!.DisplayName].Value
            : OperationResult<string>.Refused(moved.Refusals);
    }

    public async Task<IReadOnlyDictionary<string, IReadOnlyList<ContentMark>>> MarksAsync(IReadOnlyCollection<ContentItem> items, CancellationToken cancellationToken)
    {
        var ids = items.Where(item => states.Follows(item.ContentType)).Select(item => item.Id).ToArray();
        var rows = ids.Length == 0 ? [] : await db.Set<EditorialItem>().AsNoTracking().Where(row => ids.Contains(row.ItemId)).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.ItemId, MarksOf);
    }

    public bool HasWay(string contentType) => states.Follows(contentType);

    public string? PageOf(ContentItem item) => HasWay(item.ContentType) ? $"Admin/Contents/ContentItems/{item.Id}/Workflow" : null;

    private IReadOnlyList<ContentMark> MarksOf(EditorialItem row)
    {
        var marks = new List<ContentMark>();
        // That a version is public, or a draft, is said by the list itself.
        if (current.Workflow.FindState(row.State) is { IsPublic: false, IsInitial: false } state)
        {
            marks.Add(new ContentMark(state.DisplayName.ToString(), IsWarning: false));
        }

        if (row.Publication == Publication.Forced)
        {
            marks.Add(new ContentMark(localizer["Published without review"], IsWarning: true));
        }

        if (row.IsUrgent)
        {
            marks.Add(new ContentMark(localizer["Urgent"], IsWarning: true));
        }

        return marks;
    }
}
