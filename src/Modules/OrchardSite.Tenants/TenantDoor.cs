using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace OrchardSite.Tenants;

/// <summary>
/// Chooses the tenant of a request, once. The prefix moves from the path to the path base, so that nothing after this
/// needs to know of it. An unknown tenant ends here with 404, one that is not running with 503, an unreadable host with 400.
/// </summary>
public sealed class TenantDoor(RequestDelegate next, TenantDirectory tenants)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!TryReadHost(request, out var host))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }

        var tenant = tenants.Resolve(host, request.Path);
        if (tenant is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        if (tenant.PathBase.Length > 0)
        {
            request.PathBase += tenant.PathBase;
            // With or without a slash behind it, the prefix alone is the site's first page.
            request.Path = request.Path.Value!.Length > tenant.PathBase.Length ? request.Path.Value[tenant.PathBase.Length..] : "/";
        }

        if (tenant.State != TenantState.Running)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "3600";
            return Task.CompletedTask;
        }

        tenant.Requests.Add();
        context.Features.Set(tenant);
        return next(context);
    }

    private static bool TryReadHost(HttpRequest request, out HostString host)
    {
        try
        {
            host = request.Host;
            return true;
        }
        catch (ArgumentException)
        {
            // Said to be in a script of its own, but it is not. Nobody after this may stumble over it again.
            request.Host = host = default;
            return false;
        }
    }
}

/// <summary>Makes the request's scope work for the tenant, in its language. Runs after the page cache, which needs no scope.</summary>
public sealed class TenantScopeEntry(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, CurrentTenant current, TenantCache<SiteSettings> settings)
    {
        var tenant = context.Tenant();
        current.Enter(tenant.Identity);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo((await settings.GetAsync(tenant.Id)).Culture);
        await next(context);
    }
}

public static class TenantHttpContext
{
    /// <summary>The tenant of a request that has passed the door.</summary>
    public static Tenant Tenant(this HttpContext context) =>
        context.Features.Get<Tenant>() ?? throw new InvalidOperationException("This request has passed no tenant's door.");

    /// <summary>The tenant, or null for a request that was turned away at the door.</summary>
    public static Tenant? TryTenant(this HttpContext context) => context.Features.Get<Tenant>();
}
