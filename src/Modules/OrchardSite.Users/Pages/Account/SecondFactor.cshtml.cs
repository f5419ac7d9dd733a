using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Users.Accounts;
using OrchardSite.Users.SecondFactor;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Users.Pages.Account;

[Authorize]
public sealed class SecondFactorModel(SiteDbContext db, CurrentActor current, AuthenticatorKeys keys, TenantCache<SiteSettings> settings) : AccountPage
{
    public bool IsOn { get; private set; }

    public bool HasPassword { get; private set; }

    public int CodesLeft { get; private set; }

    /// <summary>What the app is told, while it is being set up.</summary>
    public AuthenticatorSetup? Setup { get; private set; }

    /// <summary>Told once, right after they were made.</summary>
    public string[]? RecoveryCodes { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostStartAsync(
        [FromServices] StartSecondFactor start, [FromForm(Name = SetPassword.CurrentField)] string? password, CancellationToken cancellationToken) =>
        await AnswerAsync(await start.RunAsync(password, await current.GetAsync(User, cancellationToken), cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostConfirmAsync([FromServices] ConfirmSecondFactor confirm, string? code, CancellationToken cancellationToken) =>
        await ShowAsync(await confirm.RunAsync(code ?? "", Session.Id(User), await current.GetAsync(User, cancellationToken), cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostRenewAsync(
        [FromServices] RenewRecoveryCodes renew, [FromForm(Name = SetPassword.CurrentField)] string? password, CancellationToken cancellationToken) =>
        await ShowAsync(await renew.RunAsync(password, await current.GetAsync(User, cancellationToken), cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostOffAsync(
        [FromServices] TurnOffSecondFactor turnOff, [FromForm(Name = SetPassword.CurrentField)] string? password, CancellationToken cancellationToken) =>
        await AnswerAsync(await turnOff.RunAsync(password, await current.GetAsync(User, cancellationToken), cancellationToken), cancellationToken);

    private async Task<IActionResult> ShowAsync(OperationResult<string[]> result, CancellationToken cancellationToken)
    {
        if (!result.Succeeded)
        {
            return await AnswerAsync(result, cancellationToken);
        }

        RecoveryCodes = result.Value;
        return Page();
    }

    private async Task<IActionResult> AnswerAsync<T>(OperationResult<T> result, CancellationToken cancellationToken)
    {
        if (result.Succeeded)
        {
            return LocalRedirect(Url.Content($"~/{AccountPaths.SecondFactor}"));
        }

        await LoadAsync(cancellationToken);
        return Refused(result.Refusals);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var account = (await current.FindAccountAsync(User, cancellationToken))!;
        (IsOn, HasPassword) = (account.TwoFactorEnabled, account.PasswordHash is not null);
        CodesLeft = IsOn ? await db.Set<RecoveryCode>().CountAsync(row => row.AccountId == account.Id, cancellationToken) : 0;
        var started = IsOn ? null : await db.Set<Authenticator>().AsNoTracking().FirstOrDefaultAsync(row => row.AccountId == account.Id, cancellationToken);
        if (started is not null && keys.Open(started.ProtectedKey) is { } key)
        {
            Setup = new AuthenticatorSetup(key, (await settings.GetAsync(db.TenantId)).NameOf(HttpContext.Tenant()), account.UserName!);
        }
    }
}
