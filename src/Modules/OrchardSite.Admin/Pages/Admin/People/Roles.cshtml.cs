using OrchardSite.Admin.People;
using OrchardSite.Users;
using OrchardSite.Users.Roles;

namespace OrchardSite.Admin.Pages.Admin;

public sealed class RolesModel(SitePeople people) : AdminPage
{
    public IReadOnlyList<Role> Roles { get; private set; } = [];

    protected override Permission Needed => UserPermissions.ManageRoles;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Roles = await people.RolesAsync(cancellationToken);
}
