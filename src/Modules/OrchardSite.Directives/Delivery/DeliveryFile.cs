using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Media;

namespace OrchardSite.Directives.Delivery;

/// <summary>A file of a report or a reason. Kept when the directive is recalled and when the unit's site is removed.</summary>
[GlobalEntity("It belongs to a delivery.")]
public sealed class DeliveryFile
{
    /// <summary>How many one entry may have.</summary>
    public const int Most = 10;

    public string Id { get; init; } = UniqueId.New();

    /// <summary>The site that sends it.</summary>
    public required int TenantId { get; init; }

    public required string DeliveryId { get; init; }

    public required string EntryId { get; init; }

    public required string Name { get; init; }

    public required string ContentType { get; init; }

    public required string Sha256 { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }
}

/// <summary>Says which bytes of the store are files of deliveries.</summary>
internal sealed class DeliveryFileHashes(IDbContextFactory<SiteDbContext> contexts) : IStoreUser
{
    public async Task<IReadOnlyCollection<string>> HashesOfAsync(int tenantId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<DeliveryFile>().Where(file => file.TenantId == tenantId).Select(file => file.Sha256).Distinct().ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyCollection<string>> HashesOfOthersAsync(int tenantId, IReadOnlyList<string> hashes, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<DeliveryFile>().Where(file => file.TenantId != tenantId && hashes.Contains(file.Sha256)).Select(file => file.Sha256).Distinct().ToListAsync(cancellationToken);
    }
}
