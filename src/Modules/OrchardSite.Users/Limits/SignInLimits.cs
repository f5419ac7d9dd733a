using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace OrchardSite.Users.Limits;

/// <summary>Settings <c>SignInLimits:*</c>: how often in five minutes somebody may try before they are asked to wait.</summary>
public sealed class SignInLimitOptions
{
    /// <summary>From one network address; a whole office may share it.</summary>
    public int PerAddress { get; init; } = 200;

    /// <summary>For one account name, from wherever.</summary>
    public int PerName { get; init; } = 20;
}

/// <summary>
/// Counts tries at signing in, codes and forgotten passwords, by network address and by the name that was typed. Where the
/// lock-out guards one account, this keeps somebody from trying many, and the program from working for them.
/// </summary>
public sealed class SignInLimits(IOptions<SignInLimitOptions> options) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly PartitionedRateLimiter<string> _addresses = Limiter(options.Value.PerAddress);
    private readonly PartitionedRateLimiter<string> _names = Limiter(options.Value.PerName);

    /// <param name="name">Null where the form has no name; the address alone counts then.</param>
    /// <returns>Null when the try is let through, otherwise how long to wait.</returns>
    public TimeSpan? Count(string address, string? name) =>
        Take(_addresses, address) ?? (name is null ? null : Take(_names, name.Trim().ToUpperInvariant()));

    public void Dispose()
    {
        _addresses.Dispose();
        _names.Dispose();
    }

    private static PartitionedRateLimiter<string> Limiter(int permits) => PartitionedRateLimiter.Create<string, string>(key =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window }), StringComparer.Ordinal);

    private static TimeSpan? Take(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Window;
    }
}
