using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Users.Accounts;

namespace OrchardSite.Audit;

/// <summary>One line of the log as it is shown.</summary>
/// <param name="Item">Null where no module knows it, or there is none.</param>
public sealed record AuditLine(Tenant Site, AuditEntry Entry, AuditItem? Item);

/// <summary>Reads the logs of sites, newest first. Who asks for which site's is up to the caller.</summary>
public sealed class AuditLog(IDbContextFactory<SiteDbContext> contexts, IEnumerable<IAuditItems> items)
{
    /// <param name="after">Where the page before ended; null: from the newest.</param>
    public async Task<IReadOnlyList<AuditLine>> PageAsync(IReadOnlyList<Tenant> sites, AuditFilter filter, AuditPlace? after, int count, CancellationToken cancellationToken)
    {
        var lines = new List<AuditLine>();
        foreach (var site in sites)
        {
            await using var db = contexts.CreateForTenant(site.Id);
            var entries = await Newest(db, filter, after).Take(count).ToListAsync(cancellationToken);
            var known = await ItemsAsync(db, entries, cancellationToken);
            lines.AddRange(entries.Select(entry => new AuditLine(site, entry, entry.ItemId is { } id ? known.GetValueOrDefault(id) : null)));
        }

        return sites.Count == 1 ? lines : [.. lines.OrderByDescending(line => line.Entry.OccurredUtc).ThenByDescending(line => line.Entry.Id, StringComparer.Ordinal).Take(count)];
    }

    /// <summary>All that the filter lets through, row by row.</summary>
    public async IAsyncEnumerable<AuditEntry> AllAsync(Tenant site, AuditFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var db = contexts.CreateForTenant(site.Id);
        await foreach (var entry in Newest(db, filter, null).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return entry;
        }
    }

    /// <summary>Where the site's chain ends, and how many entries are not in it yet.</summary>
    public async Task<(AuditHead Head, int Unsealed)> HeadAsync(Tenant site, CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForTenant(site.Id);
        var head = await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(cancellationToken) ?? new AuditHead();
        return (head, await db.AuditEntries.CountAsync(entry => entry.Number == null, cancellationToken));
    }

    /// <summary>The people who did something on a site, by account.</summary>
    public async Task<IReadOnlyList<(int Id, string Name)>> PeopleAsync(Tenant site, CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForTenant(site.Id);
        var ids = await db.AuditEntries.Where(entry => entry.AccountId != null).Select(entry => entry.AccountId!.Value).Distinct().ToListAsync(cancellationToken);
        var people = await db.Set<Account>().Where(account => ids.Contains(account.Id)).Select(account => new { account.Id, account.DisplayName }).ToListAsync(cancellationToken);
        return [.. people.Select(person => (person.Id, person.DisplayName)).OrderBy(person => person.DisplayName, StringComparer.CurrentCulture)];
    }

    private static IQueryable<AuditEntry> Newest(SiteDbContext db, AuditFilter filter, AuditPlace? after)
    {
        var entries = filter.Apply(db.AuditEntries.AsNoTracking());
        if (after is { OccurredUtc: var time, Id: var id })
        {
            entries = entries.Where(entry => entry.OccurredUtc < time || entry.OccurredUtc == time && string.Compare(entry.Id, id) < 0);
        }

        return entries.OrderByDescending(entry => entry.OccurredUtc).ThenByDescending(entry => entry.Id);
    }

    private async Task<Dictionary<string, AuditItem>> ItemsAsync(SiteDbContext db, List<AuditEntry> entries, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, AuditItem>(StringComparer.Ordinal);
        var ids = entries.Select(entry => entry.ItemId).OfType<string>().Distinct().ToArray();
        foreach (var source in ids.Length > 0 ? items : [])
        {
            foreach (var (id, item) in await source.FindAsync(db, ids, cancellationToken))
            {
                known[id] = item;
            }
        }

        return known;
    }
}
