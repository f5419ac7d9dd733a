using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin.People;
using OrchardSite.Users;
using OrchardSite.Users.Roles;

namespace OrchardSite.Admin.Pages.Admin;

public sealed class RoleModel(SitePeople people, SaveRole save, RemoveRole remove, PermissionCatalog catalog, IEnumerable<IPermissionSource> sources, IStringLocalizer localizer) : AdminPage
{
    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    [BindProperty]
    public string? Description { get; set; }

    [BindProperty]
    public bool IsNew { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    public IReadOnlyList<PermissionGroup> Groups { get; private set; } = [];

    /// <summary>The groups with a number that makes the ids of their controls, those of one section together.</summary>
    public IEnumerable<IGrouping<string?, (PermissionGroup Group, int Place)>> Sections => Groups.Select((group, place) => (group, place)).GroupBy(pair => pair.group.Section);

    public IReadOnlyCollection<string> Chosen { get; private set; } = [];

    protected override Permission Needed => UserPermissions.ManageRoles;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadGroupsAsync(cancellationToken);
        if (Name is null)
        {
            IsNew = true;
            return Page();
        }

        if (await FindAsync(cancellationToken) is not { } role)
        {
            return NotFound();
        }

        (Description, Revision, Chosen) = (role.Description, role.Revision, role.Permissions);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string[] permissions, CancellationToken cancellationToken)
    {
        await ReadGroupsAsync(cancellationToken);
        Chosen = permissions;
        var role = IsNew ? null : await FindAsync(cancellationToken);
        if (role is null && !IsNew)
        {
            return NotFound();
        }

        // What this page does not show, such as permissions of a module that may come later, the role keeps.
        var shown = Groups.SelectMany(group => group.Permissions).Select(permission => permission.Name).ToHashSet(StringComparer.Ordinal);
        var kept = role?.Permissions.Where(name => !shown.Contains(name)) ?? [];
        var definition = new RoleDefinition(Name ?? "", Description ?? "", PermissionBehavior.Replace, [.. permissions.Where(shown.Contains), .. kept])
        {
            IsNew = IsNew,
            Revision = IsNew ? null : Revision,
        };
        var result = await save.RunAsync(definition, Actor, cancellationToken);
        if (!result.Succeeded)
        {
            return Refused(result.Refusals);
        }

        Notice = localizer["The role “{0}” is saved.", Name!];
        return LocalRedirect(Url.Content("~/Admin/Roles/Index"));
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        await ReadGroupsAsync(cancellationToken);
        if (await FindAsync(cancellationToken) is not { } role)
        {
            return NotFound();
        }

        (Description, Chosen) = (role.Description, role.Permissions);
        var result = await remove.RunAsync(role.Name, Revision, Actor, cancellationToken);
        if (!result.Succeeded)
        {
            return Refused(result.Refusals);
        }

        Notice = localizer["The role “{0}” is removed.", role.Name];
        return LocalRedirect(Url.Content("~/Admin/Roles/Index"));
    }

    private async Task<Role?> FindAsync(CancellationToken cancellationToken) =>
        (await people.RolesAsync(cancellationToken)).FirstOrDefault(role => role.Name == Name);

    private async Task ReadGroupsAsync(CancellationToken cancellationToken)
    {
        var general = catalog.All.Select(permission => permission with { Description = localizer[permission.Description] })
            .OrderBy(permission => permission.Description, StringComparer.CurrentCulture)
            .ToArray();
        var groups = new List<PermissionGroup> { new(localizer["On the whole site"], general) };
        foreach (var source in sources)
        {
            groups.AddRange(await source.GroupsAsync(cancellationToken));
        }

        Groups = groups;
    }
}
