using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Media;

/// <summary>Takes a removed tenant's files away, but for those that another tenant or something outside the libraries has as well.</summary>
internal sealed class MediaOfTenant(IDbContextFactory<SiteDbContext> contexts, MediaStore store, SizedPictures pictures, IEnumerable<IStoreUser> users) : ITenantFiles
{
    private const int BatchSize = 500;

    public async Task RemoveAsync(TenantIdentity tenant, CancellationToken cancellationToken)
    {
        var hashes = await HashesOfAsync(tenant.Id, cancellationToken);
        foreach (var user in users)
        {
            hashes.UnionWith(await user.HashesOfAsync(tenant.Id, cancellationToken));
        }

        foreach (var other in await OthersAsync(tenant.Id, cancellationToken))
        {
            await KeepThoseOfAsync(other, hashes, cancellationToken);
        }

        foreach (var user in users)
        {
            foreach (var batch in hashes.ToArray().Chunk(BatchSize))
            {
                hashes.ExceptWith(await user.HashesOfOthersAsync(tenant.Id, batch, cancellationToken));
            }
        }

        foreach (var hash in hashes)
        {
            store.Delete(hash);
            pictures.Delete(hash);
        }
    }

    private async Task<HashSet<string>> HashesOfAsync(int tenantId, CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForTenant(tenantId);
        return await db.Set<MediaFile>().Select(file => file.Sha256).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
    }

    private async Task<List<int>> OthersAsync(int tenantId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<TenantRecord>().Where(other => other.Id != tenantId).Select(other => other.Id).ToListAsync(cancellationToken);
    }

    // One tenant at a time: row-level security shows no more to anybody.
    private async Task KeepThoseOfAsync(int tenantId, HashSet<string> hashes, CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForTenant(tenantId);
        foreach (var batch in hashes.ToArray().Chunk(BatchSize))
        {
            hashes.ExceptWith(await db.Set<MediaFile>().Where(file => batch.Contains(file.Sha256)).Select(file => file.Sha256).ToListAsync(cancellationToken));
        }
    }
}
