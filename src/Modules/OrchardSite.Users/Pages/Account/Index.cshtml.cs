using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Users.Accounts;
using OrchardSite.Users.Roles;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Users.Pages.Account;

[Authorize]
public sealed class IndexModel(
    SiteDbContext db,
    CurrentActor current,
    SetPassword setPassword,
    TenantDirectory tenants,
    TenantCache<SiteSettings> settings,
    IStringLocalizer localizer) : AccountPage
{
    public Accounts.Account Account { get; private set; } = null!;

    public IReadOnlyList<MySite> Sites { get; private set; } = [];

    [BindProperty(SupportsGet = true)]
    public bool Saved { get; set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync([FromForm(Name = SetPassword.CurrentField)] string? currentPassword, string? password, string? repeated, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (password != repeated)
        {
            return Refused([new Refusal(RefusalKind.Invalid, localizer["The two new passwords are not the same."], nameof(repeated))]);
        }

        var actor = await current.GetAsync(User, cancellationToken);
        var result = await setPassword.RunAsync(currentPassword, password ?? "", actor, cancellationToken);
        if (!result.Succeeded)
        {
            return Refused(result.Refusals);
        }

        await Session.BeginAsync(HttpContext, result.Value);
        return LocalRedirect(Url.Content($"~/{AccountPaths.Account}?saved=true"));
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Account = (await current.FindAccountAsync(User, cancellationToken))!;
        var memberships = await db.Set<Membership>().AsNoTracking().Where(row => row.AccountId == Account.Id).ToListAsync(cancellationToken);
        var sites = new List<MySite>();
        foreach (var membership in memberships)
        {
            if (tenants.Find(membership.TenantId) is { State: TenantState.Running } tenant)
            {
                var site = await settings.GetAsync(tenant.Id);
                sites.Add(new MySite(site.SiteName.Length > 0 ? site.SiteName : tenant.Name, membership.Roles));
            }
        }

        Sites = [.. sites.OrderBy(site => site.Name, StringComparer.CurrentCulture)];
    }
}

/// <summary>A site that the person belongs to, and the roles they have there.</summary>
public sealed record MySite(string Name, IReadOnlyList<string> Roles);
