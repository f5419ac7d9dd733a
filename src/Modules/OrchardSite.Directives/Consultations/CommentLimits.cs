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
    private readonly AddressLimit _addresses = new(options.Value.PerAddress, TimeSpan.FromHours(1));

    /// <returns>Null when the comment is let through, otherwise how long to wait.</returns>
    public TimeSpan? Take(int tenantId, string address) => _addresses.Take(tenantId, address);

    public void Dispose() => _addresses.Dispose();
}
