using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace OrchardSite.Directives.Consultations;

/// <summary>Settings <c>CommentLimits:*</c>.</summary>
public sealed class CommentLimitOptions
{
    /// <summary>How many comments are taken in an hour from one network address on one site.</summary>
    public int PerAddress { get; init; } = 5;
}

/// <summary>Counts the comments that come from a network address.</summary>
internal sealed class CommentLimits(IOptions<CommentLimitOptions> options) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly PartitionedRateLimiter<(int TenantId, string Address)> _addresses = PartitionedRateLimiter.Create<(int TenantId, string Address), (int, string)>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = options.Value.PerAddress, Window = Window }));

    /// <returns>Null when the comment is let through, otherwise how long to wait.</returns>
    public TimeSpan? Take(int tenantId, string address)
    {
        using var lease = _addresses.AttemptAcquire((tenantId, address));
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window;
    }

    public void Dispose() => _addresses.Dispose();
}
