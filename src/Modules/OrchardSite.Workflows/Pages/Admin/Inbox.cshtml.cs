using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Content.Operations;
using OrchardSite.Tenants;
using OrchardSite.Workflows.Definition;
using OrchardSite.Workflows.Inbox;
using OrchardSite.Workflows.Proposals;

namespace OrchardSite.Workflows.Pages.Admin;

/// <summary>What waits for the person on all their sites.</summary>
public sealed class InboxModel(MyInbox inbox, AnswerProposal proposals, WorkflowFile file, TimeProvider time, IStringLocalizer localizer) : AdminPage
{
    private const int PageSize = 50;
    private const int MostPicked = 100;

    public IReadOnlyList<InboxEntry> Entries { get; private set; } = [];

    // The route has a value of this name: the page's own.
    [BindProperty(SupportsGet = true)]
    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public int Pages => Math.Max(1, (Entries.Count + PageSize - 1) / PageSize);

    public IEnumerable<InboxEntry> Shown => Entries.Skip((PageNumber - 1) * PageSize).Take(PageSize);

    /// <summary>The reason that was typed.</summary>
    public string? Reason { get; private set; }

    /// <summary>What can be done with several entries at once: nothing that readers see at once.</summary>
    public IReadOnlyList<WorkflowTransition> Bulk { get; private set; } = [];

    /// <summary>True on the site to which units propose articles.</summary>
    public bool TakesProposals => HttpContext.Tenant().Name == ProposeItem.Department && Actor.Can(ContentPermissions.ListContent);

    public int WaitingProposals { get; private set; }

    public bool HasSeveralSites => Entries.Select(entry => entry.Tenant.Id).Distinct().Skip(1).Any();

    public async Task OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken);

    /// <param name="action">What to do, such as <c>Approve</c>; with an entry behind it it is done with that one alone.</param>
    /// <param name="picked">Entries with the versions that the person saw, as <c>SITE|ITEM|VERSION</c>.</param>
    public async Task<IActionResult> OnPostAsync(string? action, string[] picked, string? reason, CancellationToken cancellationToken)
    {
        Reason = reason?.Trim() is { Length: > 0 } text ? text : null;
        var (verb, one) = (action ?? "").Split('|', 2) is [var first, .. var rest] ? (first, rest) : ("", []);
        var chosen = one.Length > 0 ? one : picked;
        if (chosen.Length == 0)
        {
            await ReadAsync(cancellationToken);
            return Refused([new Refusal(RefusalKind.Invalid, localizer["Pick at least one entry of the list first."])]);
        }

        if (verb != MyInbox.Take && one.Length == 0 && file.Workflow.Find(verb) is not { Effect: WorkflowEffect.None })
        {
            await ReadAsync(cancellationToken);
            return Refused([new Refusal(RefusalKind.Invalid, localizer["This is done with one entry at a time."])]);
        }

        var (done, refusals) = await inbox.RunAsync(verb, chosen.Take(MostPicked), Reason, Actor, cancellationToken);
        var told = done > 0 ? localizer["{0}: {1}.", verb == MyInbox.Take ? localizer["Taken on"].Value : file.Workflow.Find(verb)!.DisplayName, done].Value : null;
        if (refusals.Count == 0)
        {
            Notice = told;
            return LocalRedirect(Request.PathBase + Request.Path);
        }

        Told = told;
        await ReadAsync(cancellationToken);
        return Refused(refusals);
    }

    public bool IsLate(InboxEntry entry) => entry.Waiting.Row.DueUtc < time.GetUtcNow().UtcDateTime;

    /// <summary>The page that tells the item's way, on its own site.</summary>
    public string AddressOf(InboxEntry entry) => SiteLinks.To(entry.Tenant, Request, $"Admin/Contents/ContentItems/{entry.Waiting.Item.Id}/Workflow");

    /// <summary>True for what needs no words and puts nothing before readers: it is done from the list.</summary>
    public static bool IsQuick(WorkflowTransition transition) =>
        transition is { Reason: not WorkflowReason.Required, Reasons.Count: 0, Effect: WorkflowEffect.None or WorkflowEffect.Review };

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Entries = await inbox.ReadAsync(Actor, cancellationToken);
        // What was worked off may have been all of the last page.
        PageNumber = Math.Clamp(PageNumber, 1, Pages);
        WaitingProposals = TakesProposals ? (await proposals.ListAsync(Actor, cancellationToken)).Count(proposal => proposal.State == ProposalState.Waiting) : 0;
        Bulk = [.. file.Workflow.Transitions.Where(transition =>
            transition is { On: null, Effect: WorkflowEffect.None } && Entries.Any(entry => entry.Waiting.Usual.Any(usual => usual.Name == transition.Name)))];
    }
}
