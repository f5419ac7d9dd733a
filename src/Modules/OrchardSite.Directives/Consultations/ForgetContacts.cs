using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Directives.Consultations;

/// <summary>Forgets how to reach the people who sent comments, once the days are over for which they were told it is kept.</summary>
public sealed class ForgetContacts(IServiceProvider services, TenantDirectory tenants, TenantCache<SiteSettings> settings, TimeProvider time, ILogger<ForgetContacts> logger)
    : SteadyWork(TimeSpan.FromHours(1), time, logger)
{
    private const int Batch = 200;

    public override async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var tenant in tenants.All.Where(tenant => tenant.State == TenantState.Running))
        {
            var today = Time.TodayIn((await settings.GetAsync(tenant.Id)).TimeZone);
            await using var scope = services.CreateTenantScope(tenant.Identity);
            var db = scope.ServiceProvider.GetRequiredService<SiteDbContext>();
            while (await ForgetAsync(db, today, cancellationToken) == Batch)
            {
            }
        }
    }

    private async Task<int> ForgetAsync(SiteDbContext db, DateOnly today, CancellationToken cancellationToken)
    {
        var due = db.Set<ConsultationComment>().Where(row => row.KeepUntil < today && (row.Email != null || row.Phone != null)).OrderBy(row => row.Number).Take(Batch);
        if (!await due.AnyAsync(cancellationToken))
        {
            return 0;
        }

        await using var work = await db.BeginAsync(cancellationToken);
        var comments = await due.ToListAsync(cancellationToken);
        foreach (var comment in comments)
        {
            comment.ForgetContact();
            comment.Revision++;
            db.AuditEntries.Add(AuditEntry.Of(Actor.Host(""), nameof(ForgetContacts), Time.GetUtcNow().UtcDateTime, comment.ItemId, comment.Receipt));
        }

        await work.CommitAsync(cancellationToken);
        return comments.Count;
    }
}
