using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;

namespace OrchardSite.Directives.Delivery;

/// <summary>Lists and counts deliveries for either side. Scoped: works for the site on which the person is.</summary>
public sealed class DeliveryReader(SiteDbContext db, CurrentTenant current)
{
    public const int PageSize = 50;

    private const int MostOfMonth = 1000;

    // Those in which a unit can still be late.
    private static readonly DeliveryState[] Owing = [DeliveryState.Sent, DeliveryState.Received, DeliveryState.InProgress];

    private IQueryable<DirectiveDelivery> Got => db.Set<DirectiveDelivery>().AsNoTracking().Where(row => row.Site == current.Name);

    private IQueryable<DirectiveDelivery> Issued => db.Set<DirectiveDelivery>().AsNoTracking().Where(row => row.TenantId == db.TenantId);

    /// <summary>What was sent to the current site: what is due first, then the newest.</summary>
    /// <param name="state">Null: all that is open.</param>
    public async Task<(IReadOnlyList<DirectiveDelivery> Rows, int Total)> InboxAsync(DeliveryState? state, int page, CancellationToken cancellationToken)
    {
        var rows = state is { } one ? Got.Where(row => row.State == one) : Got.Where(row => row.State != DeliveryState.Done && row.State != DeliveryState.Recalled);
        var total = await rows.CountAsync(cancellationToken);
        var found = await rows.OrderBy(row => row.DueOn == null).ThenBy(row => row.DueOn).ThenByDescending(row => row.SentUtc).ThenBy(row => row.Id)
            .Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return (found, total);
    }

    /// <summary>What the current site has to do, or had, by a last day from one day to before another.</summary>
    public Task<List<DirectiveDelivery>> DueAsync(DateOnly from, DateOnly until, CancellationToken cancellationToken) =>
        Got.Where(row => row.DueOn >= from && row.DueOn < until && row.State != DeliveryState.Recalled).OrderBy(row => row.DueOn).ThenBy(row => row.SentUtc).ThenBy(row => row.Id).Take(MostOfMonth).ToListAsync(cancellationToken);

    /// <summary>How many there are in each state of what was sent to the current site.</summary>
    public Task<Dictionary<DeliveryState, int>> InboxCountsAsync(CancellationToken cancellationToken) =>
        Got.GroupBy(row => row.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);

    /// <summary>How many of what was sent to the current site wait for it, and how many of them are late.</summary>
    public async Task<(int Waiting, int Late)> OwedAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var owed = Got.Where(row => Owing.Contains(row.State));
        return (await owed.CountAsync(cancellationToken), await owed.CountAsync(row => row.DueOn < today, cancellationToken));
    }

    /// <summary>The directives of the current site with how far their units are: what is late first, then the newest.</summary>
    public async Task<IReadOnlyList<BoardRow>> ByDirectiveAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var counts = await CountAsync(Issued.GroupBy(row => new BoardKey { Key = row.ItemId, State = row.State }), today, cancellationToken);
        return
        [
            .. (await RowsAsync(counts, row => new BoardName(row.Id, row.Number, row.Subject, row.IssuedOn), cancellationToken))
                .OrderByDescending(row => row.Late > 0).ThenByDescending(row => row.IssuedOn).ThenBy(row => row.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>The units that the current site sends to with how far they are: those that are late most first.</summary>
    public async Task<IReadOnlyList<BoardRow>> ByUnitAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var counts = await CountAsync(Issued.GroupBy(row => new BoardKey { Key = row.UnitId, State = row.State }), today, cancellationToken);
        return
        [
            .. (await RowsAsync(counts, row => new BoardName(row.Id, row.UnitName, "", null), cancellationToken))
                .OrderByDescending(row => row.Late).ThenBy(row => row.Name, StringComparer.CurrentCulture).ThenBy(row => row.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>The deliveries behind a number of the board.</summary>
    /// <param name="itemId">Of one directive; null: of all.</param>
    /// <param name="unitId">To one unit; null: to all.</param>
    /// <param name="state">In one state; null: in all.</param>
    /// <param name="lateOn">Those that are late on this day alone; null: all.</param>
    /// <param name="month">First day of the month in which their last day is; null: in any.</param>
    public async Task<(IReadOnlyList<DirectiveDelivery> Rows, int Total)> CasesAsync(string? itemId, string? unitId, DeliveryState? state, DateOnly? lateOn, DateOnly? month, int skip, int take, CancellationToken cancellationToken)
    {
        var nextMonth = month?.AddMonths(1);
        var rows = Issued
            .Where(row => itemId == null || row.ItemId == itemId)
            .Where(row => unitId == null || row.UnitId == unitId)
            .Where(row => state == null || row.State == state)
            .Where(row => month == null || (row.DueOn >= month && row.DueOn < nextMonth))
            .Where(row => lateOn == null || (row.DueOn < lateOn && Owing.Contains(row.State)));
        var total = await rows.CountAsync(cancellationToken);
        return (await rows.OrderBy(row => row.DueOn == null).ThenBy(row => row.DueOn).ThenBy(row => row.UnitName).ThenBy(row => row.Id).Skip(skip).Take(take).ToListAsync(cancellationToken), total);
    }

    public Task<List<DeliveryEntry>> EntriesAsync(string deliveryId, CancellationToken cancellationToken) =>
        db.Set<DeliveryEntry>().AsNoTracking().Where(entry => entry.DeliveryId == deliveryId).OrderByDescending(entry => entry.Number).ToListAsync(cancellationToken);

    /// <summary>To whom a delivery was passed on.</summary>
    public Task<List<DirectiveDelivery>> BelowAsync(string deliveryId, CancellationToken cancellationToken) =>
        Issued.Where(row => row.ParentId == deliveryId).OrderBy(row => row.UnitName).ThenBy(row => row.Id).ToListAsync(cancellationToken);

    public Task<List<DeliveryFile>> FilesAsync(string deliveryId, CancellationToken cancellationToken) =>
        db.Set<DeliveryFile>().AsNoTracking().Where(file => file.DeliveryId == deliveryId).OrderBy(file => file.Name).ThenBy(file => file.Id).ToListAsync(cancellationToken);

    private static Task<List<BoardCount>> CountAsync(IQueryable<IGrouping<BoardKey, DirectiveDelivery>> groups, DateOnly today, CancellationToken cancellationToken) =>
        groups.Select(group => new BoardCount(group.Key.Key, group.Key.State, group.Count(), group.Count(row => row.DueOn < today), group.Count(row => row.AskedUntil != null), group.Min(row => row.DueOn), group.Min(row => row.Id)!))
            .ToListAsync(cancellationToken);

    // What a line is called stands in each of its deliveries: it is read of one of them.
    private async Task<IEnumerable<BoardRow>> RowsAsync(List<BoardCount> counts, Expression<Func<DirectiveDelivery, BoardName>> name, CancellationToken cancellationToken)
    {
        var lines = counts.GroupBy(count => count.Key).ToList();
        var names = new Dictionary<string, BoardName>(StringComparer.Ordinal);
        foreach (var ids in lines.Select(line => line.First().Any).Chunk(500))
        {
            foreach (var one in await Issued.Where(row => ids.Contains(row.Id)).Select(name).ToListAsync(cancellationToken))
            {
                names[one.Id] = one;
            }
        }

        return lines.Select(line =>
        {
            var called = names[line.First().Any];
            var owing = line.Where(count => Owing.Contains(count.State)).ToList();
            return new BoardRow(line.Key, called.Name, called.Subject, called.IssuedOn, owing.Min(count => count.First), line.ToDictionary(count => count.State, count => count.Count), owing.Sum(count => count.Late), line.Sum(count => count.Asks));
        });
    }

    private sealed class BoardKey
    {
        public required string Key { get; init; }

        public required DeliveryState State { get; init; }
    }

    private sealed record BoardCount(string Key, DeliveryState State, int Count, int Late, int Asks, DateOnly? First, string Any);

    private sealed record BoardName(string Id, string Name, string Subject, DateOnly? IssuedOn);
}

/// <summary>One line of a board: a directive over its units, or a unit over its directives.</summary>
/// <param name="Key">Id of the directive or of the unit.</param>
/// <param name="FirstDueOn">The next day on which somebody will be late, or is; null where nobody owes anything with a day.</param>
/// <param name="Asks">How many ask for more time.</param>
public sealed record BoardRow(string Key, string Name, string Subject, DateOnly? IssuedOn, DateOnly? FirstDueOn, IReadOnlyDictionary<DeliveryState, int> Counts, int Late, int Asks)
{
    public int Total => Counts.Values.Sum();

    public int CountOf(DeliveryState state) => Counts.GetValueOrDefault(state);
}
