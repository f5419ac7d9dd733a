namespace OrchardSite.Media;

/// <summary>Has rows outside the library that name bytes of the store, so that removing a site takes away just what nobody names any more.</summary>
public interface IStoreUser
{
    /// <returns>The SHA-256 hashes that rows of a tenant name, in lower-case hexadecimal figures.</returns>
    Task<IReadOnlyCollection<string>> HashesOfAsync(int tenantId, CancellationToken cancellationToken);

    /// <param name="hashes">At most 500.</param>
    /// <returns>Those that rows of tenants other than this one name.</returns>
    Task<IReadOnlyCollection<string>> HashesOfOthersAsync(int tenantId, IReadOnlyList<string> hashes, CancellationToken cancellationToken);
}
