using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Users;

/// <summary>Where people begin after signing in, if they may and wanted to go nowhere else. A module registers it as a singleton.</summary>
/// <param name="Path">Inside the site, without a slash at the start.</param>
/// <param name="Needed">Who lacks it begins at their account.</param>
public sealed record StartPage(string Path, Permission Needed)
{
    internal static async Task<string> OfAsync(HttpContext context, Account account)
    {
        var services = context.RequestServices;
        var actor = await services.GetRequiredService<CurrentActor>().OfAsync(account, context.RequestAborted);
        return services.GetServices<StartPage>().FirstOrDefault(page => actor.Can(page.Needed))?.Path ?? AccountPaths.Account;
    }
}
