using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Content.Taxonomies;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Workflows.Proposals;

namespace OrchardSite.Workflows.Pages.Admin;

/// <summary>Where the department says which categories of which units it approves too.</summary>
public sealed class CoApprovalsModel(IServiceProvider services, SiteDbContext db, TenantDirectory tenants, TenantCache<SiteSettings> settings, TenantCache<TermTree> terms, IStringLocalizer localizer) : AdminPage
{
    public IReadOnlyList<ListedRule> Rules { get; private set; } = [];

    public IReadOnlyList<(string Name, string Site)> Units { get; private set; } = [];

    /// <summary>Technical name of the unit that was chosen; null: none was.</summary>
    public string? Unit { get; private set; }

    /// <summary>Those of the unit that was chosen.</summary>
    public IReadOnlyList<(string Id, string Text)> Categories { get; private set; } = [];

    protected override Permission Needed => WorkflowPermissions.ManageWorkflow;

    public async Task<IActionResult> OnGetAsync(string? unit, CancellationToken cancellationToken) => await ReadAsync(unit, cancellationToken) ? Page() : NotFound();

    public Task<IActionResult> OnPostAddAsync(string? unit, string? category, CancellationToken cancellationToken) =>
        ChangeAsync(unit, rules => rules.AddAsync(category, Actor, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostRemoveAsync(string? unit, string id, CancellationToken cancellationToken) =>
        ChangeAsync(unit, rules => rules.RemoveAsync(id, Actor, cancellationToken), cancellationToken);

    private async Task<IActionResult> ChangeAsync(string? unit, Func<CoApprovalRules, Task<OperationResult<bool>>> change, CancellationToken cancellationToken)
    {
        if (!IsDepartment || UnitNamed(unit) is not { } tenant)
        {
            return NotFound();
        }

        await using var scope = services.CreateTenantScope(tenant.Identity);
        var changed = await change(scope.ServiceProvider.GetRequiredService<CoApprovalRules>());
        if (!changed.Succeeded)
        {
            await ReadAsync(unit, cancellationToken);
            return Refused(changed.Refusals);
        }

        Notice = localizer["Saved."];
        return LocalRedirect(Url.Content("~/Admin/CoApprovals"));
    }

    private bool IsDepartment => HttpContext.Tenant().Name == ProposeItem.Department;

    private IEnumerable<Tenant> AllUnits => tenants.All.Where(tenant => tenant.State == TenantState.Running && tenant.Name != ProposeItem.Department);

    private Tenant? UnitNamed(string? name) => AllUnits.FirstOrDefault(tenant => tenant.Name == name);

    private async Task<bool> ReadAsync(string? unit, CancellationToken cancellationToken)
    {
        if (!IsDepartment)
        {
            return false;
        }

        var units = new List<(string Name, string Site)>();
        foreach (var tenant in AllUnits)
        {
            units.Add((tenant.Name, await SiteOfAsync(tenant)));
        }

        Units = [.. units.OrderBy(one => one.Site, StringComparer.CurrentCulture)];
        var rules = new List<ListedRule>();
        foreach (var row in await db.Set<CoApprovalRule>().AsNoTracking().OrderBy(rule => rule.TenantId).ThenBy(rule => rule.AskedUtc).ToListAsync(cancellationToken))
        {
            if (tenants.Find(row.TenantId) is { } tenant)
            {
                rules.Add(new ListedRule(row, tenant, await SiteOfAsync(tenant), (await terms.GetAsync(row.TenantId)).Find(row.TermId)?.DisplayText));
            }
        }

        Rules = rules;
        if (UnitNamed(unit) is { } chosen)
        {
            Unit = chosen.Name;
            Categories = [.. (await terms.GetAsync(chosen.Id)).Categories.SelectMany(root => root.Subtree()).Select(term => (term.Id, string.Concat(Enumerable.Repeat("\u2003", term.Ancestors.Count)) + term.DisplayText))];
        }

        return true;
    }

    private async Task<string> SiteOfAsync(Tenant tenant) => (await settings.GetAsync(tenant.Id)).NameOf(tenant);
}

/// <param name="Site">Name of the unit's site as its readers know it.</param>
/// <param name="Category">Its name; null when the unit has deleted it.</param>
public sealed record ListedRule(CoApprovalRule Row, Tenant Unit, string Site, string? Category);
