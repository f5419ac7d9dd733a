using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Content.Taxonomies;

/// <summary>The terms as they are in this scope: with what the scope has written but not committed yet. Scoped.</summary>
public sealed class TermStore(SiteDbContext db, TenantCache<TermTree> cache)
{
    private TermTree? _written;

    public ValueTask<TermTree> GetAsync() => _written is null ? cache.GetAsync(db.TenantId) : new(_written);

    /// <summary>Reads them again after a taxonomy has been written.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken) => _written = new TermTree(await TermTreeSource.ReadAsync(db, cancellationToken));
}
