using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace OrchardSite.Users.Sessions;

/// <summary>Holds every session against its account, at every request: a changed password ends it at once.</summary>
internal sealed class SessionEvents(CurrentActor current) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var account = await current.FindAccountAsync(context.Principal!, context.HttpContext.RequestAborted);
        if (account is null || !Session.IsOf(context.Principal!, account))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
        }
    }

    /// <summary>A plain 403, which gets its page in the theme.</summary>
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
