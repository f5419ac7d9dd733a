using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Users.Pages.Account;

[Authorize]
public sealed class SessionsModel(
    SiteDbContext db, CurrentActor current, EndSession endSession, EndOtherSessions endOthers, TenantCache<SiteSettings> settings, TimeProvider time) : AccountPage
{
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;

    public IReadOnlyList<AccountSession> Sessions { get; private set; } = [];

    public string? CurrentId => Session.Id(User);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostEndAsync(string? id, CancellationToken cancellationToken) =>
        await AnswerAsync(await endSession.RunAsync(id, await current.GetAsync(User, cancellationToken), cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancellationToken) =>
        await AnswerAsync(await endOthers.RunAsync(CurrentId, await current.GetAsync(User, cancellationToken), cancellationToken), cancellationToken);

    /// <summary>A time as the clock on the site's wall shows it.</summary>
    public string Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, _zone).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);

    private async Task<IActionResult> AnswerAsync<T>(OperationResult<T> result, CancellationToken cancellationToken)
    {
        if (result.Succeeded)
        {
            return LocalRedirect(Url.Content($"~/{AccountPaths.Sessions}"));
        }

        await LoadAsync(cancellationToken);
        return Refused(result.Refusals);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        _zone = (await settings.GetAsync(db.TenantId)).TimeZone;
        var accountId = Session.AccountId(User);
        var alive = time.GetUtcNow().UtcDateTime - AccountSession.Lifetime;
        Sessions = await db.Set<AccountSession>().AsNoTracking()
            .Where(row => row.AccountId == accountId && row.LastSeenUtc >= alive)
            .OrderByDescending(row => row.LastSeenUtc).ThenByDescending(row => row.CreatedUtc).ThenBy(row => row.Id)
            .ToListAsync(cancellationToken);
    }
}
