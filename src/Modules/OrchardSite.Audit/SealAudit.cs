using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Audit;

/// <summary>
/// Seals what was written into the logs: each second where the change feed tells of something, each minute on every site, since
/// what changes nothing that a cache keeps is not in the feed. May run on several nodes at once.
/// </summary>
public sealed partial class SealAudit(TenantDirectory tenants, IDbContextFactory<SiteDbContext> contexts, TimeProvider time, ILogger<SealAudit> logger)
    : SteadyWork(TimeSpan.FromSeconds(1), time, logger), IChangeConsumer
{
    private const int MostTries = 10;

    private static readonly TimeSpan EverySite = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<int, bool> _waiting = [];
    private DateTimeOffset _lookedEverywhere;

    public ValueTask ConsumeAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        foreach (var change in changes)
        {
            _waiting[change.TenantId] = true;
        }

        return ValueTask.CompletedTask;
    }

    public override async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = Time.GetUtcNow();
        if (now - _lookedEverywhere >= EverySite)
        {
            foreach (var tenant in tenants.All)
            {
                _waiting[tenant.Id] = true;
            }

            _lookedEverywhere = now;
        }

        foreach (var tenantId in _waiting.Keys)
        {
            _waiting.TryRemove(tenantId, out _);
            await SealAsync(tenantId, cancellationToken);
        }
    }

    /// <summary>Seals all that there is of one tenant.</summary>
    public async Task SealAsync(int tenantId, CancellationToken cancellationToken)
    {
        for (var failures = 0; ;)
        {
            try
            {
                // A context for each batch: what another node has done in between is read anew.
                await using var db = contexts.CreateForTenant(tenantId);
                if (!await AuditSealing.SealSomeAsync(db, Time.GetUtcNow().UtcDateTime, cancellationToken))
                {
                    return;
                }
            }
            catch (DbUpdateException exception)
            {
                LogOvertaken(Logger, tenantId, exception);
                if (++failures == MostTries)
                {
                    _waiting[tenantId] = true;
                    return;
                }
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Another node has sealed entries of tenant {TenantId}; beginning again")]
    private static partial void LogOvertaken(ILogger logger, int tenantId, Exception exception);
}
