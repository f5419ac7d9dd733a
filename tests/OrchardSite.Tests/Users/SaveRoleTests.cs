using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Data;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;
using OrchardSite.Users;
using OrchardSite.Users.Roles;

namespace OrchardSite.Tests.Users;

public sealed class SaveRoleTests
{
    private const string Name = "Người kiểm tra";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_role_is_this_sites_alone_whichever_way_its_name_is_typed()
    {
        await using var portal = await PortalApp.StartAsync();

        (await SaveAsync(portal, new RoleDefinition($" {Name.Normalize(NormalizationForm.FormD)} ", "Xem", PermissionBehavior.Add, ["B", "A", "B"]))).Value.ShouldBeTrue();
        (await SaveAsync(portal, new RoleDefinition(Name, null, PermissionBehavior.Replace, ["A", "B"]))).Value.ShouldBeFalse();

        await using var db = portal.OpenContext(PortalApp.LangSon);
        var role = await db.Set<Role>().SingleAsync(row => row.Name == Name, Token);
        (role.Description, string.Join(' ', role.Permissions)).ShouldBe(("Xem", "A B"));
        await using var other = portal.OpenContext(PortalApp.VinhLong);
        (await other.Set<Role>().AnyAsync(row => row.Name == Name, Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_a_role_allows_takes_effect_with_the_next_request()
    {
        await using var portal = await PortalApp.StartAsync();
        var account = await portal.AddAccountAsync();
        await portal.JoinAsync(account, PortalApp.LangSon, Name);
        Task<Actor> ActorAsync() => portal.InTenantAsync(PortalApp.LangSon, services =>
            services.GetRequiredService<CurrentActor>().GetAsync(People.PrincipalOf(account), Token).AsTask());
        (await ActorAsync()).Can(UserPermissions.ManageUsers).ShouldBeFalse();

        await SaveAsync(portal, new RoleDefinition(Name, null, PermissionBehavior.Add, [UserPermissions.ManageUsers.Name]));
        (await ActorAsync()).Can(UserPermissions.ManageUsers).ShouldBeTrue();

        await SaveAsync(portal, new RoleDefinition(Name, null, PermissionBehavior.Remove, [UserPermissions.ManageUsers.Name]));
        (await ActorAsync()).Can(UserPermissions.ManageUsers).ShouldBeFalse();
    }

    [Fact]
    public async Task What_every_member_may_do_is_said_by_the_role_of_that_name()
    {
        await using var portal = await PortalApp.StartAsync();
        var account = await portal.AddAccountAsync();
        await portal.JoinAsync(account, PortalApp.LangSon);

        await SaveAsync(portal, new RoleDefinition(Role.OfEveryMember, null, PermissionBehavior.Add, ["ViewSomething"]));

        var actor = await portal.InTenantAsync(PortalApp.LangSon, services => services.GetRequiredService<CurrentActor>().GetAsync(People.PrincipalOf(account), Token).AsTask());
        actor.Can("ViewSomething").ShouldBeTrue();
    }

    [Theory]
    [InlineData("  ", "", "A", "Name", "A role has a name of 1 to 100 characters.")]
    [InlineData("Người\nkiểm tra", "", "A", "Name", "A role has a name of 1 to 100 characters.")]
    [InlineData(Name, "dài", "A", "Description", "The description of a role has at most 500 characters.")]
    [InlineData(Name, "", "", "Permissions[0]", "“” is no name of a permission.")]
    [InlineData(Name, "", "A\tB", "Permissions[0]", "“A\tB” is no name of a permission.")]
    public async Task What_can_be_no_role_is_refused(string name, string description, string permission, string field, string reason)
    {
        await using var portal = await PortalApp.StartAsync();
        var before = await RowCounts.ReadAsync(portal);
        var text = description.Length == 0 ? "" : new string('d', 501);

        var result = await SaveAsync(portal, new RoleDefinition(name, text, PermissionBehavior.Replace, [permission]));

        result.Refusals.ShouldBe([new Refusal(RefusalKind.Invalid, reason, field)]);
        (await RowCounts.ReadAsync(portal)).ShouldBe(before);
    }

    [Fact]
    public async Task Roles_are_changed_by_who_may_manage_them_on_that_site()
    {
        await using var portal = await PortalApp.StartAsync();
        var definition = new RoleDefinition(Name, null, PermissionBehavior.Replace, ["A"]);

        (await SaveAsync(portal, definition, Actor.Person(3, "Nguyễn Văn An", ["ManageUsers"]))).Refusals.ShouldBe(
            [new Refusal(RefusalKind.Forbidden, "You may not manage roles: the permission ManageRoles is missing.")]);
        (await SaveAsync(portal, definition, Actor.Person(4, "Trần Thị Bình", ["ManageRoles"]))).Value.ShouldBeTrue();
        (await portal.AuditOfAsync(PortalApp.LangSon, nameof(SaveRole))).ShouldContain(entry => entry.AccountId == 4 && entry.Detail == Name + ": +A");
    }

    [Fact]
    public async Task Of_two_who_change_a_role_at_the_same_time_the_second_is_told()
    {
        await using var portal = await PortalApp.StartAsync();
        await SaveAsync(portal, new RoleDefinition(Name, null, PermissionBehavior.Replace, ["A"]));

        var refused = await portal.InTenantAsync(PortalApp.LangSon, async services =>
        {
            // Read before the other change, as a request that began earlier has.
            await services.GetRequiredService<SiteDbContext>().Set<Role>().SingleAsync(role => role.Name == Name, Token);
            await SaveAsync(portal, new RoleDefinition(Name, null, PermissionBehavior.Add, ["B"]));
            return await services.GetRequiredService<SaveRole>().RunAsync(new RoleDefinition(Name, null, PermissionBehavior.Add, ["C"]), Sites.Administrator, Token);
        });

        refused.Refusals.ShouldBe([new Refusal(RefusalKind.Conflict, $"The role {Name} was changed at the same time. Please try again.")]);
        await using var db = portal.OpenContext(PortalApp.LangSon);
        (await db.Set<Role>().SingleAsync(role => role.Name == Name, Token)).Permissions.ShouldBe(["A", "B"]);
    }

    [Fact]
    public void Permissions_that_modules_declare_or_types_bring_along_are_known()
    {
        var catalog = new PermissionCatalog([UserPermissions.ManageRoles, UserPermissions.ManageRoles]);

        catalog.All.ShouldBe([UserPermissions.ManageRoles]);
        new[] { "ManageRoles", "Edit_Article", "ListContent_Directive" }.ShouldAllBe(name => catalog.IsKnown(name));
        new[] { "ManageUsers", "Fax_Article", "Edit_", "_Article", "Edit" }.ShouldAllBe(name => !catalog.IsKnown(name));
    }

    private static Task<OperationResult<bool>> SaveAsync(PortalApp portal, RoleDefinition role, Actor? actor = null) => portal.InTenantAsync(PortalApp.LangSon, services =>
        services.GetRequiredService<SaveRole>().RunAsync(role, actor ?? Sites.Administrator, Token));
}
