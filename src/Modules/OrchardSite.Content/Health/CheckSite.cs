using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Content.Health;

/// <summary>Checks everything that a site shows, some items at a time.</summary>
internal sealed class CheckSite(IDbContextFactory<SiteDbContext> contexts, CheckItems check, TimeProvider time)
{
    private const int Batch = 500;

    public async Task RunAsync(Tenant site, CancellationToken cancellationToken)
    {
        // Who asks while this runs waits for the next time.
        var began = time.GetUtcNow().UtcDateTime;
        var settings = await check.RunOnSettingsAsync(site, cancellationToken);
        var count = 0;
        for (var last = ""; ;)
        {
            var ids = await IdsAsync(site, last, cancellationToken);
            await check.RunAsync(site, ids, cancellationToken);
            count += ids.Length;
            if (ids.Length < Batch)
            {
                break;
            }

            last = ids[^1];
        }

        await EndAsync(site, settings, count, began, cancellationToken);
    }

    private async Task<string[]> IdsAsync(Tenant site, string last, CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForTenant(site.Id);
        return await db.Set<ContentItem>().Where(item => string.Compare(item.Id, last) > 0 && item.PublishedVersionId != null && item.DeletedUtc == null)
            .OrderBy(item => item.Id).Select(item => item.Id).Take(Batch).ToArrayAsync(cancellationToken);
    }

    private async Task EndAsync(Tenant site, IReadOnlyList<string> settings, int count, DateTime began, CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForTenant(site.Id);
        await using var work = await db.BeginAsync(cancellationToken);
        if (!await db.Set<TenantRecord>().AnyAsync(tenant => tenant.Id == site.Id, cancellationToken))
        {
            return;
        }

        // Of what is gone without a trace nothing is kept either.
        var shown = db.Set<ContentItem>().Where(item => item.PublishedVersionId != null && item.DeletedUtc == null);
        await db.Set<HealthCase>().Where(row => !settings.Contains(row.ItemId) && !shown.Any(item => item.Id == row.ItemId)).ExecuteDeleteAsync(cancellationToken);
        await db.Set<SiteLink>().Where(row => row.TenantId == site.Id && !settings.Contains(row.ItemId) && !shown.Any(item => item.Id == row.ItemId)).ExecuteDeleteAsync(cancellationToken);
        var state = await db.Set<HealthState>().FirstOrDefaultAsync(cancellationToken);
        if (state is null)
        {
            db.Add(state = new HealthState());
        }

        (state.CheckedUtc, state.Items) = (began, count);
        await work.CommitAsync(cancellationToken);
    }
}
