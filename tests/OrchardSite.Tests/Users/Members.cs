using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Data;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Users;
using OrchardSite.Users.Members;
using OrchardSite.Users.Roles;

namespace OrchardSite.Tests.Users;

/// <summary>What those who manage the people of a site do in tests.</summary>
internal static class Members
{
    public const string Manager = "Quản trị";
    public const string Editor = "Biên tập viên";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Somebody with an account who manages the people of a site.</summary>
    public static async Task<Actor> AddManagerAsync(this PortalApp portal, string tenant)
    {
        var account = await portal.AddAccountAsync($"quan.tri.{tenant}", null);
        await portal.JoinAsync(account, tenant, Manager);
        return await portal.InTenantAsync(tenant, services => services.GetRequiredService<CurrentActor>().GetAsync(People.PrincipalOf(account), Token).AsTask());
    }

    /// <param name="language">Of the request, and so of the letter.</param>
    public static Task<OperationResult<Invited>> InviteAsync(this PortalApp portal, string tenant, Invitation invitation, Actor actor, string language = "en") =>
        portal.InTenantAsync(tenant, async services =>
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            return await services.GetRequiredService<InvitePerson>().RunAsync(invitation, actor, Token);
        });

    public static Task<OperationResult<Membership>> ChangeMemberAsync(this PortalApp portal, string tenant, int accountId, string[] roles, Actor actor, int revision = 0) =>
        portal.InTenantAsync(tenant, services => services.GetRequiredService<ChangeMembership>().RunAsync(accountId, roles, revision, actor, Token));

    public static Task<OperationResult<bool>> EndMemberAsync(this PortalApp portal, string tenant, int accountId, Actor actor) =>
        portal.InTenantAsync(tenant, services => services.GetRequiredService<EndMembership>().RunAsync(accountId, actor, Token));

    public static async Task<List<Membership>> MembersAsync(this PortalApp portal, string tenant)
    {
        await using var db = portal.OpenContext(tenant);
        return await db.Set<Membership>().AsNoTracking().Where(row => row.TenantId == db.TenantId).ToListAsync(Token);
    }
}
