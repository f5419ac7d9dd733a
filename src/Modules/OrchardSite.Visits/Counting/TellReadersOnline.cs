using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OrchardSite.Data;

namespace OrchardSite.Visits.Counting;

/// <summary>Tells other nodes each minute how many readers there are on this one; writes nothing where nobody reads.</summary>
public sealed class TellReadersOnline(Visitors visitors, IDbContextFactory<SiteDbContext> contexts, TimeProvider time, ILogger<TellReadersOnline> logger)
    : SteadyWork(TimeSpan.FromMinutes(1), time, logger)
{
    /// <summary>A node that has said nothing for longer is gone.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(3);

    private bool _hasTold;

    public override async Task RunAsync(CancellationToken cancellationToken)
    {
        var here = visitors.Tidy();
        if (here.Count == 0 && !_hasTold)
        {
            return;
        }

        var now = Time.GetUtcNow().UtcDateTime;
        var (node, old) = (visitors.Node, now - GoodFor);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var work = await db.BeginAsync(cancellationToken);
        await db.Set<OnlineCount>().Where(row => row.Node == node || row.AtUtc < old).ExecuteDeleteAsync(cancellationToken);
        db.AddRange(here.Select(site => new OnlineCount { TenantId = site.TenantId, Node = node, Readers = site.Readers, AtUtc = now }));
        await work.CommitAsync(cancellationToken);
        _hasTold = here.Count > 0;
    }
}
