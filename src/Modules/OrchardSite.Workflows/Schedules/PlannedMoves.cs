using OrchardSite.Data;

namespace OrchardSite.Workflows.Schedules;

/// <summary>Keeps what is planned for the items of the current site. Scoped; inside a unit of work.</summary>
public sealed class PlannedMoves(SiteDbContext db)
{
    /// <param name="atUtc">Null: nothing is planned any more.</param>
    public async Task SetAsync(string itemId, PlannedKind kind, DateTime? atUtc, CancellationToken cancellationToken)
    {
        var planned = await db.Set<PlannedMove>().FindAsync([db.TenantId, itemId, kind], cancellationToken);
        if (atUtc is not { } time)
        {
            if (planned is not null)
            {
                db.Remove(planned);
            }
        }
        else if (planned is null)
        {
            db.Add(new PlannedMove { TenantId = db.TenantId, ItemId = itemId, Kind = kind, AtUtc = time });
        }
        else
        {
            planned.AtUtc = time;
        }
    }
}
