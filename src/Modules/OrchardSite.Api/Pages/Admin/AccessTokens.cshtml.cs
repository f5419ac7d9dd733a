using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Users;
using OrchardSite.Users.Accounts;
using OrchardSite.Users.Roles;

namespace OrchardSite.Api.Pages.Admin;

/// <summary>A person's tokens on this site; who manages its people sees those of others too, never a value.</summary>
public sealed class AccessTokensModel(TokenList list, CreateAccessToken create, RevokeAccessToken revoke, GrantablePermissions grantable, CurrentActor current, TimeProvider time, IStringLocalizer localizer) : AdminPage
{
    private const int UsualDays = 90;

    [BindProperty]
    public string? Name { get; set; }

    /// <summary>Last day on which it can be used, as the browser writes days.</summary>
    [BindProperty]
    public string? Expires { get; set; }

    public IReadOnlyCollection<string> Chosen { get; private set; } = [];

    public IReadOnlyList<PermissionGroup> Groups { get; private set; } = [];

    public IReadOnlyList<ListedToken> Own { get; private set; } = [];

    public IReadOnlyList<ListedToken> Others { get; private set; } = [];

    /// <summary>The token that was just made; shown this once.</summary>
    public IssuedToken? Issued { get; private set; }

    public bool AsksPassword { get; private set; }

    public DateOnly Today { get; private set; }

    public IEnumerable<IGrouping<string?, (PermissionGroup Group, int Place)>> Sections => Groups.Select((group, place) => (group, place)).GroupBy(pair => pair.group.Section);

    public IEnumerable<string> ErrorsOf(string field) => Refusals.Where(refusal => refusal.Field == field).Select(refusal => refusal.Message);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        Expires = Day(Today.AddDays(UsualDays));
    }

    public async Task<IActionResult> OnPostAsync(string[] permissions, string? current, CancellationToken cancellationToken)
    {
        Chosen = permissions;
        var result = await create.RunAsync(new NewAccessToken(Name ?? "", permissions, EndOf(Expires), current), Actor, cancellationToken);
        await ReadAsync(cancellationToken);
        if (!result.Succeeded)
        {
            return Refused(result.Refusals);
        }

        (Issued, Name, Chosen, Expires) = (result.Value, null, [], Day(Today.AddDays(UsualDays)));
        ModelState.Clear();
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(string? id, CancellationToken cancellationToken)
    {
        var result = await revoke.RunAsync(id, Actor, cancellationToken);
        if (!result.Succeeded)
        {
            await ReadAsync(cancellationToken);
            Expires = Day(Today.AddDays(UsualDays));
            return Refused(result.Refusals);
        }

        Notice = localizer["The token “{0}” is revoked.", result.Value.Name];
        return LocalRedirect(Url.Content("~/Admin/AccessTokens"));
    }

    /// <summary>The day as a browser's field has it.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public string LocalDay(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Site.TimeZone).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    // To the end of the chosen day, where the site is.
    private DateTime? EndOf(string? day) => DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last) && last < DateOnly.MaxValue
        ? new DateTimeOffset(last.AddDays(1).ToDateTime(TimeOnly.MinValue).AddSeconds(-1), Site.TimeZone.BaseUtcOffset).UtcDateTime
        : null;

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var account = await current.FindAccountAsync(User, cancellationToken);
        AsksPassword = account?.PasswordHash is not null;
        Today = time.TodayIn(Site.TimeZone);
        Groups = await grantable.OfAsync(Actor, cancellationToken);
        Own = await list.OfPersonAsync(account!.Id, cancellationToken);
        Others = Actor.Can(UserPermissions.ManageUsers) ? await list.OfOthersAsync(account.Id, cancellationToken) : [];
    }
}
