using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Operations;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Tenants;
using OrchardSite.Workflows.Notifications;
using OrchardSite.Workflows.Proposals;

namespace OrchardSite.Workflows.Pages.Admin;

/// <summary>What units put before the department: to take over, or to approve.</summary>
public sealed class ProposalsModel(AnswerProposal answer, ReadProposal read, MyNotifications notifications, TenantDirectory tenants, TenantCache<SiteSettings> settings, DefinitionStore definitions, TermStore terms, IStringLocalizer localizer) : AdminPage
{
    private Dictionary<int, string> _sites = [];

    public IReadOnlyList<Proposal> Proposals { get; private set; } = [];

    public IReadOnlyList<Term> Categories { get; private set; } = [];

    /// <summary>What was typed and refused.</summary>
    public (string? Id, string? Category, string? Reason) Typed { get; private set; }

    protected override Permission Needed => ContentPermissions.ListContent;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
        {
            return NotFound();
        }

        var here = HttpContext.Tenant().Id;
        await notifications.MarkReadAsync(Actor.AccountId!.Value, row => row.TenantId == here && (row.Kind == NotificationKind.Proposed || row.Kind == NotificationKind.AwaitsCoApproval), cancellationToken);
        return Page();
    }

    /// <summary>Leads to the unit's page, or to a preview of what readers do not see yet.</summary>
    public async Task<IActionResult> OnGetReadAsync(string id, CancellationToken cancellationToken) =>
        await read.FindAsync(id, Actor, cancellationToken) is { } found ? Redirect(SiteLinks.To(found.Unit, Request, found.Page)) : NotFound();

    public async Task<IActionResult> OnPostAcceptAsync(string id, int revision, string? category, CancellationToken cancellationToken)
    {
        Typed = (id, category, null);
        var accepted = await answer.AcceptAsync(id, revision, category, Actor, cancellationToken);
        if (!accepted.Succeeded)
        {
            return await AgainAsync(accepted.Refusals, cancellationToken);
        }

        Notice = localizer["It is a draft of this site now. Look through it, and send it for review."];
        return LocalRedirect(Url.Content($"~/Admin/Contents/ContentItems/{accepted.Value.ContentItemId}/Edit"));
    }

    public async Task<IActionResult> OnPostCoApproveAsync(string id, int revision, CancellationToken cancellationToken)
    {
        var approved = await answer.CoApproveAsync(id, revision, Actor, cancellationToken);
        if (!approved.Succeeded)
        {
            return await AgainAsync(approved.Refusals, cancellationToken);
        }

        Notice = localizer["It is approved; the unit can publish it."];
        return LocalRedirect(Url.Content("~/Admin/Proposals"));
    }

    public async Task<IActionResult> OnPostReturnAsync(string id, int revision, string? reason, CancellationToken cancellationToken)
    {
        Typed = (id, null, reason);
        var returned = await answer.ReturnAsync(id, revision, reason?.Trim(), Actor, cancellationToken);
        if (!returned.Succeeded)
        {
            return await AgainAsync(returned.Refusals, cancellationToken);
        }

        Notice = localizer["It is returned to the unit."];
        return LocalRedirect(Url.Content("~/Admin/Proposals"));
    }

    public string SiteOf(Proposal proposal) => _sites.GetValueOrDefault(proposal.FromTenantId, "");

    private async Task<IActionResult> AgainAsync(IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken) =>
        await ReadAsync(cancellationToken) ? Refused(refusals) : NotFound();

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (HttpContext.Tenant().Name != ProposeItem.Department)
        {
            return false;
        }

        Proposals = await answer.ListAsync(Actor, cancellationToken);
        foreach (var id in Proposals.Select(proposal => proposal.FromTenantId).Distinct())
        {
            if (tenants.Find(id) is { } tenant)
            {
                _sites[id] = (await settings.GetAsync(id)).NameOf(tenant);
            }
        }

        var tree = await terms.GetAsync();
        var types = Proposals.Select(proposal => proposal.ContentType).ToHashSet(StringComparer.Ordinal);
        var taxonomies = (await definitions.GetAsync()).Types.Where(type => types.Contains(type.Name)).SelectMany(type => type.Taxonomies).ToHashSet();
        Categories = [.. tree.All.Where(term => term.Parent is null && taxonomies.Contains(term.TaxonomyId)).OrderBy(term => term.DisplayText, StringComparer.CurrentCulture).SelectMany(root => root.Subtree())];
        return true;
    }
}
