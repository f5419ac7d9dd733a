using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Directives.Delivery;

/// <summary>What units have passed on to units below them. Scoped; works across sites, since each may pass it on.</summary>
public sealed class PassedOn(SiteDbContext db, TenantDirectory tenants)
{
    private const int Batch = 500;

    private static readonly string ListTag = CacheTag.ListOf(DirectiveData.ContentType);

    /// <summary>Takes from those below what the units above no longer have, as part of the caller's transaction.</summary>
    internal async Task TakeBackAsync(IReadOnlyCollection<DirectiveDelivery> above, DateTime now, CancellationToken cancellationToken)
    {
        foreach (var ids in above.Select(row => row.Id).Chunk(Batch))
        {
            var below = await db.Set<DirectiveDelivery>().Where(row => row.ParentId != null && ids.Contains(row.ParentId) && row.State != DeliveryState.Recalled).ToListAsync(cancellationToken);
            foreach (var delivery in below)
            {
                var entry = delivery.Recall(now);
                db.Add(entry);
                Tell(delivery, entry);
            }

            if (below.Count > 0)
            {
                await TakeBackAsync(below, now, cancellationToken);
            }
        }
    }

    /// <summary>Lets the unit's people hear of an entry, and its pages show the change.</summary>
    internal void Tell(DirectiveDelivery delivery, DeliveryEntry entry)
    {
        if (delivery.Site is { } name && tenants.Find(name) is { } unit)
        {
            db.Changes.Add(new Change { TenantId = unit.Id, Kind = ChangeKind.DirectiveNews, ItemId = entry.Id, Tags = ListTag, OccurredUtc = entry.AtUtc });
        }
    }
}
