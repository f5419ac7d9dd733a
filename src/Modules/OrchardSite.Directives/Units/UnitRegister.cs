using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Directives.Units;

/// <summary>The units that the current site sends to. Scoped.</summary>
public sealed class UnitRegister(SiteDbContext db, TenantDirectory tenants, IStringLocalizer localizer)
{
    public async Task<IReadOnlyDictionary<string, Unit>> AllAsync(CancellationToken cancellationToken) =>
        (await db.Set<ContentItem>().AsNoTracking().Where(item => item.ContentType == Unit.ContentType && item.IsPublic && item.DeletedUtc == null).ToListAsync(cancellationToken))
            .Select(Unit.Of).ToDictionary(unit => unit.Id, StringComparer.Ordinal);

    /// <summary>Technical name of the unit's own site, which it may have before that is made; null where it has none. A site never sends to itself.</summary>
    public string? SiteOf(Unit unit) =>
        unit.Site is not { } name ? null : tenants.Find(name) is not { } site ? name.ToLowerInvariant() : site.Id == db.TenantId ? null : site.Name;

    /// <returns>Why nothing can be sent to a unit on a day, with what to put in its place; null: it can.</returns>
    public string? MessageFor(string id, DateOnly issuedOn, IReadOnlyDictionary<string, Unit> units)
    {
        if (!units.TryGetValue(id, out var unit))
        {
            return localizer["One of the units is not in the register, or its entry is not published."];
        }

        if (unit.ExistsOn(issuedOn))
        {
            return null;
        }

        if (issuedOn < unit.ValidFrom)
        {
            return localizer["“{0}” does not exist before {1}.", unit.Name, unit.ValidFrom.Value.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)];
        }

        var until = unit.ValidTo!.Value.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        return SuccessorOf(unit, units) is { } successor
            ? localizer["“{0}” existed until {1}. Send it to “{2}”, which took its place.", unit.Name, until, successor.Name]
            : localizer["“{0}” existed until {1}, and no unit has taken its place.", unit.Name, until];
    }

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
