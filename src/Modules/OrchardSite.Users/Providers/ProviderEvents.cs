using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OrchardSite.Users.Sessions;

namespace OrchardSite.Users.Providers;

/// <summary>Why somebody comes back from a provider and is not signed in.</summary>
public enum ProviderRefusal
{
    /// <summary>The provider, or the person there, has broken it off.</summary>
    Failed,

    /// <summary>Nobody has invited this person.</summary>
    Stranger,
}

/// <summary>What follows when a person comes back from a provider.</summary>
internal sealed partial class ProviderEvents(
    OpenIdProviders providers, SignInWithProvider signIn, Entrance entrance, ILogger<ProviderEvents> logger) : OpenIdConnectEvents
{
    public override async Task TicketReceived(TicketReceivedContext context)
    {
        var (request, cancellationToken) = (context.Request, context.HttpContext.RequestAborted);
        var person = context.Principal!;
        var result = await signIn.RunAsync(
            providers.Find(context.Scheme.Name)!.Authority,
            person.FindFirstValue("sub")!,
            bool.TryParse(person.FindFirstValue(ProviderSignIn.EmailVerifiedClaim), out var verified) && verified ? person.FindFirstValue(ProviderSignIn.EmailClaim) : null,
            cancellationToken);
        context.HandleResponse();
        if (!result.Succeeded)
        {
            Refuse(context.HttpContext, ProviderRefusal.Stranger);
            return;
        }

        var entered = await entrance.EnterAsync(context.HttpContext, result.Value, nameof(SignInWithProvider), cancellationToken);
        context.Response.Redirect(entered ? context.ReturnUri! : $"{request.PathBase}/{AccountPaths.SignInCode}{QueryString.Create("returnUrl", context.ReturnUri!)}");
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        LogFailure(logger, context.Failure, context.Scheme.Name);
        context.HandleResponse();
        Refuse(context.HttpContext, ProviderRefusal.Failed);
        return Task.CompletedTask;
    }

    private static void Refuse(HttpContext context, ProviderRefusal refusal) =>
        context.Response.Redirect($"{context.Request.PathBase}/{AccountPaths.SignIn}?provider={refusal}");

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody could be signed in through {Scheme}")]
    private static partial void LogFailure(ILogger logger, Exception? failure, string scheme);
}
