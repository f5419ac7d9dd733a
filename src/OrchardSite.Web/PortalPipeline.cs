using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using OrchardSite.Tenants;
using OrchardSite.Theming;
using OrchardSite.Theming.PageCache;

namespace OrchardSite.Web;

/// <summary>The way of a request, outermost first. Most end in the page cache.</summary>
internal static class PortalPipeline
{
    public static void UsePortal(this WebApplication app)
    {
        app.UseConfiguredProxies();
        app.UseMiddleware<StatusPages>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<SharedThemeFiles>();
        app.UseMiddleware<TenantDoor>();
        app.UseMiddleware<PageCacheMiddleware>();
        app.UseMiddleware<TenantScopeEntry>();
        app.UseRouting();
        app.UseMiddleware<FeatureGate>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    // Without a named proxy, what a request says of its origin is not believed.
    private static void UseConfiguredProxies(this WebApplication app)
    {
        var proxies = app.Configuration.GetSection("KnownProxies").Get<string[]>() ?? [];
        if (proxies.Length == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var proxy in proxies)
        {
            options.KnownProxies.Add(IPAddress.TryParse(proxy, out var address) ? address : throw new InvalidDataException($"KnownProxies: {proxy}"));
        }

        app.UseForwardedHeaders(options);
    }
}
