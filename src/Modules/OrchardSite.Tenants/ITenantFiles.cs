namespace OrchardSite.Tenants;

/// <summary>Files that a module keeps for each tenant outside the database.</summary>
public interface ITenantFiles
{
    /// <summary>
    /// Deletes them for good. Called before the rows of the tenant are committed as removed, so that a removal that fails
    /// here can be tried again: files that are gone already are no error.
    /// </summary>
    /// <exception cref="IOException">A file could not be deleted; the tenant stays.</exception>
    Task RemoveAsync(TenantIdentity tenant, CancellationToken cancellationToken);
}
