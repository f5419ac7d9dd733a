using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Users.Roles;

namespace OrchardSite.Users.Pages.Account;

[Authorize]
public sealed class IndexModel(
    SiteDbContext db, CurrentActor current, TenantDirectory tenants, TenantCache<SiteSettings> settings, IStringLocalizer localizer) : AccountPage
{
    public Accounts.Account Account { get; private set; } = null!;

    public IReadOnlyList<MySite> Sites { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public AccountNotice? Saved { get; set; }

    public string? NoticeText => Saved switch
    {
        AccountNotice.PasswordSaved => localizer["The password has been saved. Sessions in other browsers have ended."].Value,
        AccountNotice.ProfileSaved => localizer["The profile has been saved."].Value,
        _ => null,
    };

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Account = (await current.FindAccountAsync(User, cancellationToken))!;
        var memberships = await db.Set<Membership>().AsNoTracking().Where(row => row.AccountId == Account.Id).ToListAsync(cancellationToken);
        var sites = new List<MySite>();
        foreach (var membership in memberships)
        {
            if (tenants.Find(membership.TenantId) is { State: TenantState.Running } tenant)
            {
                var site = await settings.GetAsync(tenant.Id);
                sites.Add(new MySite(site.NameOf(tenant), AddressOf(tenant), membership.Roles, tenant.Id == db.TenantId));
            }
        }

        Sites = [.. sites.OrderBy(site => site.Name, StringComparer.CurrentCulture)];
    }

    // A site that is at home on this host is one step away; on another the person signs in there.
    private string AddressOf(Tenant tenant) => tenant.Hosts.Count == 0 || tenant.Hosts.Contains(Request.Host.Value, StringComparer.OrdinalIgnoreCase)
        ? $"{tenant.PathBase}/{AccountPaths.Account}"
        : $"{Request.Scheme}://{tenant.Hosts[0]}{tenant.PathBase}/{AccountPaths.Account}";
}

/// <summary>A site that the person belongs to, and the roles they have there.</summary>
public sealed record MySite(string Name, string Address, IReadOnlyList<string> Roles, bool IsThis);
