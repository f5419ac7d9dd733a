using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;

namespace OrchardSite;

/// <summary>
/// How much is taken from one network address on one site within a time. Kept in memory alone, and no address is: what counts is
/// its hash under a key that this process has made up.
/// </summary>
public sealed class AddressLimit : IDisposable
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly TimeSpan _window;
    private readonly PartitionedRateLimiter<(int TenantId, string Hash)> _limiter;

    public AddressLimit(int permits, TimeSpan window)
    {
        _window = window;
        _limiter = PartitionedRateLimiter.Create<(int TenantId, string Hash), (int, string)>(key =>
            RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window }));
    }

    /// <returns>Null when it is let through, otherwise how long to wait.</returns>
    public TimeSpan? Take(int tenantId, string address)
    {
        var hash = Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(address)).AsSpan(0, 12));
        using var lease = _limiter.AttemptAcquire((tenantId, hash));
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : _window;
    }

    public void Dispose() => _limiter.Dispose();
}
