using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Data;

namespace OrchardSite.Directives.Units;

/// <summary>The units that the current site sends to. Scoped.</summary>
public sealed class UnitRegister(SiteDbContext db)
{
    public async Task<IReadOnlyDictionary<string, Unit>> AllAsync(CancellationToken cancellationToken) =>
        (await db.Set<ContentItem>().AsNoTracking().Where(item => item.ContentType == Unit.ContentType && item.IsPublic && item.DeletedUtc == null).ToListAsync(cancellationToken))
            .Select(Unit.Of).ToDictionary(unit => unit.Id, StringComparer.Ordinal);

    /// <summary>The last in the line of those that took a unit's place; null where nobody did.</summary>
    public static Unit? SuccessorOf(Unit unit, IReadOnlyDictionary<string, Unit> units)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { unit.Id };
        Unit? last = null;
        for (var next = unit.SuccessorId; next is not null && seen.Add(next) && units.TryGetValue(next, out var successor); next = successor.SuccessorId)
        {
            last = successor;
        }

        return last;
    }
}
