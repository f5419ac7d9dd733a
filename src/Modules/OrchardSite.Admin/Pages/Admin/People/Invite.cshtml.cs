using Microsoft.AspNetCore.Mvc;
using OrchardSite.Admin.People;
using OrchardSite.Users;
using OrchardSite.Users.Members;
using OrchardSite.Users.Roles;

namespace OrchardSite.Admin.Pages.Admin;

public sealed class InviteModel(SitePeople people, InvitePerson invite) : AdminPage
{
    [BindProperty]
    public string? DisplayName { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public List<string> Roles { get; set; } = [];

    public IReadOnlyList<Role> AllRoles { get; private set; } = [];

    /// <summary>What came of it; null until somebody has been invited.</summary>
    public Invited? Invited { get; private set; }

    protected override Permission Needed => UserPermissions.ManageUsers;

    public async Task OnGetAsync(CancellationToken cancellationToken) => AllRoles = await people.RolesAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        AllRoles = await people.RolesAsync(cancellationToken);
        var result = await invite.RunAsync(new Invitation(DisplayName ?? "", Email ?? "", Roles), Actor, cancellationToken);
        if (!result.Succeeded)
        {
            return Refused(result.Refusals);
        }

        Invited = result.Value;
        return Page();
    }

    public string? ErrorsOf(string field) => string.Join(' ', Refusals.Where(refusal => refusal.Field == field).Select(refusal => refusal.Message)) is { Length: > 0 } text ? text : null;
}
