using Microsoft.Extensions.Localization;
using OrchardSite.Admin.Menu;
using OrchardSite.Users;

namespace OrchardSite.Admin.People;

internal sealed class PeopleMenu(IStringLocalizer localizer) : IAdminMenuSource
{
    private const int AfterContent = 100;

    public ValueTask<IReadOnlyList<AdminMenuItem>> ItemsAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<AdminMenuItem>>(
    [
        new AdminMenuItem(localizer["People"], "Admin/Users", AfterContent, [UserPermissions.ManageUsers.Name], "users"),
        new AdminMenuItem(localizer["Roles"], "Admin/Roles", AfterContent + 1, [UserPermissions.ManageRoles.Name], "key"),
    ]);
}
