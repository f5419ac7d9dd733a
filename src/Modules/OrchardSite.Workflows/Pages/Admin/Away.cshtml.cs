using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Users.Roles;
using OrchardSite.Workflows.Delegation;
using OrchardSite.Workflows.Schedules;

namespace OrchardSite.Workflows.Pages.Admin;

/// <summary>When the person is away, and which colleague acts for them on this site.</summary>
public sealed class AwayModel(Absences absences, TenantMembers members, IStringLocalizer localizer) : AdminPage
{
    public IReadOnlyList<Absence> Mine { get; private set; } = [];

    public IReadOnlyList<Actor> Colleagues { get; private set; } = [];

    /// <summary>What was typed.</summary>
    public (int? Delegate, string? From, string? Until) Typed { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Mine = await absences.OfAsync(Actor.AccountId!.Value, cancellationToken);
        Colleagues = [.. (await members.AllAsync(cancellationToken)).Where(member => member.AccountId != Actor.AccountId && member.Can(AdminPermissions.AccessAdminPanel)).OrderBy(member => member.Name.Split(' ')[^1], StringComparer.CurrentCulture)];
    }

    public async Task<IActionResult> OnPostAsync(int? colleague, string? from, string? until, CancellationToken cancellationToken)
    {
        Typed = (colleague, from, until);
        return await AnswerAsync(await absences.AddAsync(colleague ?? 0, LocalTimes.ToUtc(from + "T00:00", Site.TimeZone), LocalTimes.EndOfDay(until, Site.TimeZone), Actor, cancellationToken), cancellationToken);
    }

    public async Task<IActionResult> OnPostEndAsync(string id, CancellationToken cancellationToken) =>
        await AnswerAsync(await absences.EndAsync(id, Actor, cancellationToken), cancellationToken);

    private async Task<IActionResult> AnswerAsync(OperationResult<bool> result, CancellationToken cancellationToken)
    {
        if (result.Succeeded)
        {
            Notice = localizer["Saved."];
            return LocalRedirect(Url.Content("~/Admin/Inbox/Away"));
        }

        await OnGetAsync(cancellationToken);
        return Refused(result.Refusals);
    }
}
