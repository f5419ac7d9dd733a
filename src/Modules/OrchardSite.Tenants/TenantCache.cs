using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Data;

namespace OrchardSite.Tenants;

/// <summary>Loads what a <see cref="TenantCache{T}"/> keeps, and says when it is out of date.</summary>
public interface ITenantCacheSource<T>
    where T : class
{
    /// <param name="db">A context of the tenant; not to be kept.</param>
    /// <returns>An immutable value: it is shared between requests.</returns>
    Task<T> LoadAsync(SiteDbContext db, CancellationToken cancellationToken);

    bool IsOutdatedBy(Change change);
}

/// <summary>Something immutable of each tenant, loaded when first needed and dropped when the change feed says so.</summary>
public sealed class TenantCache<T>(IDbContextFactory<SiteDbContext> contexts, ITenantCacheSource<T> source) : IChangeConsumer
    where T : class
{
    private readonly ConcurrentDictionary<int, Lazy<Task<T>>> _values = new();

    public ValueTask<T> GetAsync(int tenantId)
    {
        var loading = _values.GetOrAdd(tenantId, static (id, cache) => new Lazy<Task<T>>(() => cache.LoadAsync(id)), this).Value;
        return new ValueTask<T>(loading);
    }

    public ValueTask ConsumeAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        foreach (var change in changes)
        {
            // The tenant itself changes rarely, and a removed one must leave nothing behind.
            if (change.Kind == ChangeKind.TenantChanged || source.IsOutdatedBy(change))
            {
                _values.TryRemove(change.TenantId, out _);
            }
        }

        return ValueTask.CompletedTask;
    }

    private async Task<T> LoadAsync(int tenantId)
    {
        try
        {
            await using var db = contexts.CreateForTenant(tenantId);
            // Many requests may wait for this load, so none of their cancellations ends it.
            return await source.LoadAsync(db, CancellationToken.None);
        }
        catch
        {
            _values.TryRemove(tenantId, out _);
            throw;
        }
    }
}

public static class TenantCacheServices
{
    public static IServiceCollection AddTenantCache<T, TSource>(this IServiceCollection services)
        where T : class
        where TSource : class, ITenantCacheSource<T> => services
            .AddSingleton<ITenantCacheSource<T>, TSource>()
            .AddChangeConsumer<TenantCache<T>>();
}
