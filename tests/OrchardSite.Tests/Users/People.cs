using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Data;
using OrchardSite.Tests.Data;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;
using OrchardSite.Users.Accounts;
using OrchardSite.Users.Roles;

namespace OrchardSite.Tests.Users;

/// <summary>Made-up people with accounts.</summary>
internal static class People
{
    public const string UserName = "an.nguyen";
    public const string Email = "an.nguyen@example.vn";
    public const string Password = "Chợ Kỳ Lừa họp phiên";

    /// <summary>Nguyễn Văn An, who belongs to no site yet.</summary>
    public static Task<Account> AddAccountAsync(this PortalApp portal, string userName = UserName, string? email = Email, string? password = Password, Action<Account>? change = null) =>
        portal.AsHostAsync(async services =>
        {
            var account = new Account { UserName = userName, Email = email, DisplayName = "Nguyễn Văn An", CreatedUtc = PortalApp.Morning.UtcDateTime };
            change?.Invoke(account);
            var users = services.GetRequiredService<UserManager<Account>>();
            var created = password is null ? await users.CreateAsync(account) : await users.CreateAsync(account, password);
            created.Succeeded.ShouldBeTrue(string.Join(' ', created.Errors.Select(error => error.Description)));
            return account;
        });

    public static async Task JoinAsync(this PortalApp portal, Account account, string tenant, params string[] roles)
    {
        await using var db = portal.OpenContext(tenant);
        db.Add(new Membership { TenantId = db.TenantId, AccountId = account.Id, Roles = [.. roles], CreatedUtc = PortalApp.Morning.UtcDateTime });
        await db.CommitAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<Account> ReadAccountAsync(this PortalApp portal, int id)
    {
        await using var db = portal.OpenContext();
        return await db.Set<Account>().AsNoTracking().SingleAsync(account => account.Id == id, TestContext.Current.CancellationToken);
    }

    public static ClaimsPrincipal PrincipalOf(Account account) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, $"{account.Id}")], "test"));
}
