using OrchardSite.Admin.People;
using OrchardSite.Users;

namespace OrchardSite.Admin.Pages.Admin;

public sealed class PeopleModel(SitePeople people) : AdminPage
{
    public IReadOnlyList<SitePerson> People { get; private set; } = [];

    protected override Permission Needed => UserPermissions.ManageUsers;

    public async Task OnGetAsync(CancellationToken cancellationToken) => People = await people.ListAsync(cancellationToken);
}
