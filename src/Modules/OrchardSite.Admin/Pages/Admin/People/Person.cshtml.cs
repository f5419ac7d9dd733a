using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin.People;
using OrchardSite.Users;
using OrchardSite.Users.Members;
using OrchardSite.Users.Roles;

namespace OrchardSite.Admin.Pages.Admin;

public sealed class PersonModel(SitePeople people, ChangeMembership change, EndMembership end, IStringLocalizer localizer) : AdminPage
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    public SitePerson Person { get; private set; } = null!;

    public IReadOnlyList<Role> AllRoles { get; private set; } = [];

    public IReadOnlyCollection<string> Chosen { get; private set; } = [];

    protected override Permission Needed => UserPermissions.ManageUsers;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int revision, string[] roles, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
        {
            return NotFound();
        }

        var result = await change.RunAsync(Id, roles, revision, Actor, cancellationToken);
        if (!result.Succeeded)
        {
            Chosen = roles;
            return Refused(result.Refusals);
        }

        Notice = localizer["The roles of {0} are saved.", Person.Name];
        return LocalRedirect(Url.Content("~/Admin/Users/Index"));
    }

    public async Task<IActionResult> OnPostLeaveAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
        {
            return NotFound();
        }

        var result = await end.RunAsync(Id, Actor, cancellationToken);
        if (!result.Succeeded)
        {
            return Refused(result.Refusals);
        }

        Notice = localizer["{0} does not belong to the site any more.", Person.Name];
        return LocalRedirect(Url.Content("~/Admin/Users/Index"));
    }

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (await people.FindAsync(Id, cancellationToken) is not { } person)
        {
            return false;
        }

        Person = person;
        Chosen = [.. person.Roles];
        AllRoles = await people.RolesAsync(cancellationToken);
        return true;
    }
}
