using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using OrchardSite.Users.SecondFactor;

namespace OrchardSite.Users.Providers;

/// <summary>Adds OpenID Connect for each provider of the settings. Where there is none, nothing of it is even loaded.</summary>
internal static class ProviderSignIn
{
    public const string EmailClaim = "email";

    public const string EmailVerifiedClaim = "email_verified";

    public static void Add(AuthenticationBuilder authentication, OpenIdProviders providers)
    {
        authentication.Services.AddScoped<ProviderEvents>();
        foreach (var (scheme, provider) in providers.All)
        {
            authentication.AddOpenIdConnect(scheme, provider.Name, options => Configure(options, scheme, provider));
        }
    }

    private static void Configure(OpenIdConnectOptions options, string scheme, OpenIdProvider provider)
    {
        options.Authority = provider.Authority;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        options.RequireHttpsMetadata = !new Uri(provider.Authority).IsLoopback;
        options.CallbackPath = $"/{AccountPaths.SignIn}/{scheme}";
        options.EventsType = typeof(ProviderEvents);
        // The events begin the session; nothing is ever signed in with this.
        options.SignInScheme = PendingSignIn.Scheme;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.Scope.Add(EmailClaim);
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.ClaimActions.MapUniqueJsonKey(EmailClaim, EmailClaim);
        options.ClaimActions.MapUniqueJsonKey(EmailVerifiedClaim, EmailVerifiedClaim);
        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }
    }
}
