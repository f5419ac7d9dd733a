using Microsoft.Extensions.Options;

namespace OrchardSite.Banners.Statistics;

/// <summary>Settings <c>BannerLimits:*</c>.</summary>
public sealed class BannerLimitOptions
{
    /// <summary>How many reports of readers' browsers are counted in a minute from one network address on one site; offices share one.</summary>
    public int PerAddress { get; init; } = 120;
}

/// <summary>Counts what one network address reports of banners, so that nobody can make up numbers from one place.</summary>
internal sealed class BannerLimits(IOptions<BannerLimitOptions> options) : IDisposable
{
    private readonly AddressLimit _addresses = new(options.Value.PerAddress, TimeSpan.FromMinutes(1));

    /// <returns>False when there were too many.</returns>
    public bool Take(int tenantId, string address) => _addresses.Take(tenantId, address) is null;

    public void Dispose() => _addresses.Dispose();
}
