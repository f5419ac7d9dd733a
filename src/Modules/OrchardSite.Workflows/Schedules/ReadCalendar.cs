using Microsoft.EntityFrameworkCore;
using OrchardSite.Content;
using OrchardSite.Content.Operations;
using OrchardSite.Data;

namespace OrchardSite.Workflows.Schedules;

public enum CalendarKind
{
    Publish,
    Expire,
    ReviewBy,
    Due,
}

public sealed record CalendarEntry(CalendarKind Kind, DateTime AtUtc, string ItemId, string Title);

/// <summary>What is to come on the current site. Scoped.</summary>
public sealed class ReadCalendar(SiteDbContext db)
{
    private const int Most = 1000;

    public async Task<IReadOnlyList<CalendarEntry>> RunAsync(DateTime fromUtc, DateTime untilUtc, Actor actor, CancellationToken cancellationToken)
    {
        var rows = await (
            from row in db.Set<EditorialItem>().AsNoTracking()
            where (row.PlannedUtc >= fromUtc && row.PlannedUtc < untilUtc) || (row.ExpiresUtc >= fromUtc && row.ExpiresUtc < untilUtc)
                || (row.ReviewByUtc >= fromUtc && row.ReviewByUtc < untilUtc) || (row.DueUtc >= fromUtc && row.DueUtc < untilUtc)
            join item in db.Set<ContentItem>().AsNoTracking() on row.ItemId equals item.Id
            where item.DeletedUtc == null
            select new { Row = row, Item = item }).Take(Most).ToListAsync(cancellationToken);
        return
        [
            .. rows.Where(pair => actor.MayOpen(pair.Item))
                .SelectMany(pair => new (CalendarKind Kind, DateTime? AtUtc)[]
                {
                    (CalendarKind.Publish, pair.Row.PlannedUtc), (CalendarKind.Expire, pair.Row.ExpiresUtc), (CalendarKind.ReviewBy, pair.Row.ReviewByUtc), (CalendarKind.Due, pair.Row.DueUtc),
                }.Where(time => time.AtUtc >= fromUtc && time.AtUtc < untilUtc).Select(time => new CalendarEntry(time.Kind, time.AtUtc!.Value, pair.Item.Id, pair.Item.LatestText)))
                .OrderBy(entry => entry.AtUtc).ThenBy(entry => entry.Title, StringComparer.CurrentCulture),
        ];
    }
}
