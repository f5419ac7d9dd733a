using Microsoft.Extensions.DependencyInjection;

namespace OrchardSite;

/// <summary>The number that starts every row of a tenant, and its technical name.</summary>
public readonly record struct TenantIdentity(int Id, string Name);

/// <summary>The tenant that the current scope works for. A scope enters one tenant and never changes it.</summary>
public sealed class CurrentTenant
{
    private TenantIdentity? _identity;

    public bool IsSet => _identity is not null;

    /// <summary>0 outside a tenant: no row has that id.</summary>
    public int Id => _identity?.Id ?? 0;

    public string Name => _identity?.Name ?? throw new InvalidOperationException("This scope has entered no tenant.");

    public void Enter(TenantIdentity identity)
    {
        if (_identity is { } current && current != identity)
        {
            throw new InvalidOperationException($"This scope works for tenant {current.Name} and cannot switch to {identity.Name}.");
        }

        _identity = identity;
    }
}

public static class TenantScopeExtensions
{
    /// <summary>A scope for work outside a request, for one explicit tenant.</summary>
    public static AsyncServiceScope CreateTenantScope(this IServiceProvider services, TenantIdentity tenant)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(tenant);
        return scope;
    }
}
