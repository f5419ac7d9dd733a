using Microsoft.Extensions.Localization;
using OrchardSite.Admin.Menu;

namespace OrchardSite.Api;

/// <summary>The entry of the tokens, which everybody in the dashboard has.</summary>
internal sealed class ApiMenu(IStringLocalizer localizer) : IAdminMenuSource
{
    // After whatever the site's recipes have put there.
    private const int Last = 1100;

    public ValueTask<IReadOnlyList<AdminMenuItem>> ItemsAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<AdminMenuItem>>([new AdminMenuItem(localizer["Access tokens"], "Admin/AccessTokens", Last, [], "key")]);
}
