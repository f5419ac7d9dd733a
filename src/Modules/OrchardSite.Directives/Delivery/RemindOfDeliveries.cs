using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardSite.Content.Settings;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Directives.Delivery;

/// <summary>
/// Reminds of the last day of directives in the morning of a working day: before it, when it has passed, and, to those who follow
/// the boards of both sides, when it passed days ago. How many days is data of the issuer's site.
/// </summary>
public sealed class RemindOfDeliveries(IServiceProvider services, IDbContextFactory<SiteDbContext> contexts, TenantDirectory tenants, TenantCache<SiteSettings> settings, TimeProvider time, ILogger<RemindOfDeliveries> logger)
    : SteadyWork(TimeSpan.FromMinutes(5), time, logger)
{
    // Small, so that between two of them whoever saves something has their turn.
    private const int Batch = 50;

    // Nobody is reminded further ahead, whatever a site has set.
    private static readonly TimeSpan FurthestAhead = TimeSpan.FromDays(60);

    private static readonly TimeOnly From = new(7, 0);

    public override async Task RunAsync(CancellationToken cancellationToken)
    {
        var latest = DateOnly.FromDateTime((Time.GetUtcNow() + FurthestAhead).UtcDateTime);
        List<int> issuers;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            issuers = await db.Set<DirectiveDelivery>().Where(row => row.DueOn < latest && row.Reminded != DeliveryReminder.Escalated).Select(row => row.TenantId).Distinct().ToListAsync(cancellationToken);
        }

        foreach (var issuer in issuers.Select(tenants.Find).OfType<Tenant>().Where(tenant => tenant.State == TenantState.Running))
        {
            await RemindAsync(issuer, cancellationToken);
        }
    }

    private async Task RemindAsync(Tenant issuer, CancellationToken cancellationToken)
    {
        var site = await settings.GetAsync(issuer.Id);
        var now = TimeZoneInfo.ConvertTime(Time.GetUtcNow(), site.TimeZone).DateTime;
        var (today, calendar) = (DateOnly.FromDateTime(now), WorkCalendar.Of(site));
        if (!calendar.IsWorkday(today) || TimeOnly.FromDateTime(now) < From)
        {
            return;
        }

        var soon = calendar.AddWorkdays(today, calendar.RemindDays);
        var escalated = today;
        while (calendar.AddWorkdays(escalated, calendar.EscalateDays) > today)
        {
            escalated = escalated.AddDays(-1);
        }

        await using var scope = services.CreateTenantScope(issuer.Identity);
        var db = scope.ServiceProvider.GetRequiredService<SiteDbContext>();
        var owed = db.Set<DirectiveDelivery>()
            .Where(row => row.TenantId == issuer.Id && row.DueOn <= soon && (row.State == DeliveryState.Sent || row.State == DeliveryState.Received || row.State == DeliveryState.InProgress))
            .Where(row => row.Reminded == DeliveryReminder.None || (row.Reminded == DeliveryReminder.DueSoon && row.DueOn < today) || (row.Reminded == DeliveryReminder.Late && row.DueOn <= escalated));
        // Of tens of thousands; three quarters of the time are left to those who work.
        var pace = new BackgroundPace(rest: 3);
        foreach (var (number, batch) in (await owed.OrderBy(row => row.DueOn).ThenBy(row => row.Id).Select(row => row.Id).ToListAsync(cancellationToken)).Chunk(Batch).Index())
        {
            if (number > 0)
            {
                await pace.RestAsync(cancellationToken);
            }

            await using var work = await db.BeginAsync(cancellationToken);
            // Read again inside the transaction: of several nodes each sees what another has told.
            foreach (var delivery in await owed.Where(row => batch.Contains(row.Id)).OrderBy(row => row.DueOn).ThenBy(row => row.Id).ToListAsync(cancellationToken))
            {
                Remind(db, delivery, delivery.DueOn >= today ? DeliveryReminder.DueSoon : delivery.DueOn > escalated ? DeliveryReminder.Late : DeliveryReminder.Escalated);
            }

            await work.CommitAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    private void Remind(SiteDbContext db, DirectiveDelivery delivery, DeliveryReminder reminder)
    {
        var now = Time.GetUtcNow().UtcDateTime;
        delivery.Reminded = reminder;
        delivery.Revision++;
        var entry = DeliveryEntry.Of(delivery, reminder.ToString(), now);
        db.Add(entry);
        var unit = delivery.Site is { } name ? tenants.Find(name)?.Id : null;
        // What is due soon is the unit's own affair.
        foreach (var tenant in new[] { unit, reminder == DeliveryReminder.DueSoon && unit is not null ? null : delivery.TenantId }.OfType<int>())
        {
            db.Changes.Add(new Change { TenantId = tenant, Kind = ChangeKind.DirectiveNews, ItemId = entry.Id, Tags = "", OccurredUtc = now });
        }
    }
}
