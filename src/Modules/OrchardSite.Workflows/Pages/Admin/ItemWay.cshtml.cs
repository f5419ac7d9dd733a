using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Content.Operations;
using OrchardSite.Users.Roles;
using OrchardSite.Workflows.Definition;
using OrchardSite.Workflows.Moves;
using OrchardSite.Workflows.Notifications;
using OrchardSite.Workflows.Proposals;
using OrchardSite.Workflows.Schedules;
using OrchardSite.Workflows.Threads;

namespace OrchardSite.Workflows.Pages.Admin;

/// <summary>The way of one item: where it is, what can be done with it, and what was done and said so far.</summary>
public sealed class ItemWayModel(ItemThread thread, MoveContent move, TenantMembers members, MyNotifications notifications, ProposeItem propose, CoApprovals coApprovals, CurrentWorkflow current, IStringLocalizer localizer) : AdminPage
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    public ItemOnItsWay Way { get; private set; } = null!;

    /// <summary>Those who may do something with content of this type.</summary>
    public IReadOnlyList<Actor> Colleagues { get; private set; } = [];

    /// <summary>What was typed, when it was refused.</summary>
    public MoveRequest? Asked { get; private set; }

    public string? Comment { get; private set; }

    /// <summary>The item's last proposal to the department's site.</summary>
    public Proposal? Proposal { get; private set; }

    /// <summary>The category in which the department approves this item too; null: none.</summary>
    public string? CoApprovedCategory { get; private set; }

    /// <summary>What the department was asked about the newest version.</summary>
    public Proposal? CoApproval { get; private set; }

    public bool MayPropose { get; private set; }

    public bool MayAssign { get; private set; }

    public string DayOf(DateTime? utc) => utc is { } time ? LocalTimes.ToForm(time, Site.TimeZone)[..10] : "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
        {
            return NotFound();
        }

        // Whoever looks at it here has seen what they were told of it.
        await notifications.MarkReadAsync(Actor.AccountId!.Value, row => row.TenantId == Way.Row.TenantId && row.ItemId == Id, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostMoveAsync(MoveForm form, CancellationToken cancellationToken)
    {
        var request = form.ToRequest(Id, Site.TimeZone);
        var moved = await move.RunAsync(request, Actor, cancellationToken);
        if (moved.Succeeded)
        {
            return Done(localizer["Done: {0}.", current.Workflow.Find(request.Transition)!.DisplayName]);
        }

        Asked = request;
        return await AgainAsync(moved.Refusals, cancellationToken);
    }

    public async Task<IActionResult> OnPostCommentAsync(string? comment, CancellationToken cancellationToken)
    {
        Comment = comment;
        var said = await thread.CommentAsync(Id, comment, Actor, cancellationToken);
        return said.Succeeded ? Done(localizer["Your comment is added."]) : await AgainAsync(said.Refusals, cancellationToken);
    }

    public async Task<IActionResult> OnPostAssignAsync(int revision, int? assignee, bool isUrgent, CancellationToken cancellationToken)
    {
        var to = assignee is { } account ? await members.FindAsync(account, cancellationToken) : null;
        if (assignee is not null && to is null)
        {
            return await AgainAsync([new Refusal(RefusalKind.Invalid, localizer["This person does not belong to the site."], "Assignee")], cancellationToken);
        }

        var assigned = await thread.AssignAsync(Id, revision, to, isUrgent, Actor, cancellationToken);
        return assigned.Succeeded ? Done(localizer["Saved."]) : await AgainAsync(assigned.Refusals, cancellationToken);
    }

    public async Task<IActionResult> OnPostProposeAsync(string? note, CancellationToken cancellationToken)
    {
        var proposed = await propose.RunAsync(Id, note?.Trim() is { Length: > 0 } text ? text : null, Actor, cancellationToken);
        return proposed.Succeeded ? Done(localizer["It is proposed to the department's site."]) : await AgainAsync(proposed.Refusals, cancellationToken);
    }

    /// <param name="reviewBy">The day by whose end it is to be read again; empty: never.</param>
    public async Task<IActionResult> OnPostReviewByAsync(int revision, string? reviewBy, CancellationToken cancellationToken)
    {
        var by = string.IsNullOrWhiteSpace(reviewBy) ? (DateTime?)null : LocalTimes.EndOfDay(reviewBy, Site.TimeZone);
        if (by is null && !string.IsNullOrWhiteSpace(reviewBy))
        {
            return await AgainAsync([new Refusal(RefusalKind.Invalid, localizer["Give a day to come."], "ReviewBy")], cancellationToken);
        }

        var saved = await thread.ReviewByAsync(Id, revision, by, Actor, cancellationToken);
        return saved.Succeeded ? Done(localizer["Saved."]) : await AgainAsync(saved.Refusals, cancellationToken);
    }

    public WorkflowTransition? TransitionOf(EditorialEntry entry) => entry.Transition is { } name ? current.Workflow.Find(name) : null;

    public string StateName(string? name) => name is null ? "" : current.Workflow.FindState(name)?.DisplayName.ToString() ?? name;

    private LocalRedirectResult Done(string notice)
    {
        Notice = notice;
        return LocalRedirect(Url.Content($"~/Admin/Contents/ContentItems/{Id}/Workflow"));
    }

    private async Task<IActionResult> AgainAsync(IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken) =>
        await ReadAsync(cancellationToken) ? Refused(refusals) : NotFound();

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (await thread.ReadAsync(Id, Actor, cancellationToken) is not { } way)
        {
            return false;
        }

        Way = way;
        Proposal = await propose.LastAsync(Id, cancellationToken);
        CoApprovedCategory = (await coApprovals.DemandAsync(Id, cancellationToken))?.DisplayText;
        CoApproval = CoApprovedCategory is null ? null : await coApprovals.AskedAsync(Id, way.Item.LatestVersionId, cancellationToken);
        MayPropose = way.MayEdit && way.Item.PublishedVersionId is not null && propose.CanBeProposed(way.Item) && Proposal is not { State: ProposalState.Waiting or ProposalState.Accepted };
        MayAssign = way.State.WaitsFor.Count > 0 && way.MayEdit;
        Colleagues = MayAssign
            ? [.. (await members.AllAsync(cancellationToken)).Where(member => member.MayBegin(way.Item.ContentType)).OrderBy(member => member.Name.Split(' ')[^1], StringComparer.CurrentCulture)]
            : [];
        return true;
    }
}

/// <summary>What a person sends to make a transition.</summary>
public sealed class MoveForm
{
    public string VersionId { get; set; } = "";

    public string Transition { get; set; } = "";

    public string? Choice { get; set; }

    public string? Reason { get; set; }

    public string? ChangeNote { get; set; }

    public string? Notice { get; set; }

    public bool TellsReaders { get; set; }

    /// <summary>When to publish, in the site's time zone, as browsers send it.</summary>
    public string? At { get; set; }

    public MoveRequest ToRequest(string itemId, TimeZoneInfo zone) => new(itemId, VersionId, Transition)
    {
        Choice = Clean(Choice),
        Reason = Clean(Reason),
        ChangeNote = Clean(ChangeNote),
        Notice = Clean(Notice),
        TellsReaders = TellsReaders,
        AtUtc = LocalTimes.ToUtc(At, zone),
    };

    private static string? Clean(string? text) => text?.Trim() is { Length: > 0 } typed ? typed.ReplaceLineEndings("\n") : null;
}
