using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;

namespace OrchardSite.Tenants;

/// <summary>First path segments that mean something on every site, so that no tenant may have one as its prefix.</summary>
public sealed class ReservedPaths(IEnumerable<ReservedPath> paths)
{
    private readonly FrozenSet<string> _segments = paths.Select(path => path.Segment).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public bool Contains(string segment) => _segments.Contains(segment);
}

public sealed record ReservedPath(string Segment);

public static class ReservedPathServices
{
    /// <summary>A module names the first segments of the addresses it maps.</summary>
    public static IServiceCollection AddReservedPaths(this IServiceCollection services, params ReadOnlySpan<string> segments)
    {
        foreach (var segment in segments)
        {
            services.AddSingleton(new ReservedPath(segment));
        }

        return services;
    }
}
