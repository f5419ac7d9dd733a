using Microsoft.Extensions.Options;

namespace OrchardSite.Visits.Counting;

/// <summary>Settings <c>VisitLimits:*</c>.</summary>
public sealed class VisitLimitOptions
{
    /// <summary>How many pages are counted in a minute from one network address on one site; schools and offices share one.</summary>
    public int PerAddress { get; init; } = 300;
}

/// <summary>Counts what one network address reports, so that nobody can make up numbers from one place.</summary>
internal sealed class VisitLimits(IOptions<VisitLimitOptions> options) : IDisposable
{
    private readonly AddressLimit _addresses = new(options.Value.PerAddress, TimeSpan.FromMinutes(1));

    /// <returns>False when there were too many.</returns>
    public bool Take(int tenantId, string address) => _addresses.Take(tenantId, address) is null;

    public void Dispose() => _addresses.Dispose();
}
