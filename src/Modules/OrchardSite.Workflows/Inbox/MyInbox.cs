using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Users.Roles;
using OrchardSite.Workflows.Moves;
using OrchardSite.Workflows.Threads;

namespace OrchardSite.Workflows.Inbox;

/// <summary>
/// What waits for a person on all sites that they belong to, and on the one they are on. On each site they are who their roles
/// there make them: each is read and changed in a scope of its own.
/// </summary>
public sealed class MyInbox(IServiceProvider services, SiteDbContext db, TenantDirectory tenants, TenantCache<SiteSettings> settings, IStringLocalizer localizer)
{
    /// <summary>The verb of taking something on oneself.</summary>
    public const string Take = "Take";

    /// <summary>What is urgent first, then by when it is due.</summary>
    public async Task<IReadOnlyList<InboxEntry>> ReadAsync(Actor actor, CancellationToken cancellationToken)
    {
        var entries = new List<InboxEntry>();
        foreach (var tenant in await SitesAsync(actor, cancellationToken))
        {
            await using var scope = services.CreateTenantScope(tenant.Identity);
            if (await ActAsAsync(scope.ServiceProvider, actor, cancellationToken) is { } member)
            {
                var name = (await settings.GetAsync(tenant.Id)).NameOf(tenant);
                var found = await scope.ServiceProvider.GetRequiredService<TenantInbox>().FindAsync(member, cancellationToken);
                entries.AddRange(found.Select(waiting => new InboxEntry(tenant, name, waiting)));
            }
        }

        return [.. entries.OrderByDescending(entry => entry.Waiting.Row.IsUrgent).ThenBy(entry => entry.Waiting.Row.DueUtc ?? entry.Waiting.Row.SinceUtc)];
    }

    /// <summary>Does one thing with several entries, each for itself: what is refused for one holds up no other.</summary>
    /// <param name="verb">Name of a transition, or <see cref="Take"/>.</param>
    /// <param name="picked">Entries as <see cref="InboxEntry.Pick"/> names them.</param>
    public async Task<(int Done, IReadOnlyList<Refusal> Refusals)> RunAsync(
        string verb, IEnumerable<string> picked, string? reason, Actor actor, CancellationToken cancellationToken)
    {
        var sites = await SitesAsync(actor, cancellationToken);
        var done = 0;
        var refusals = new List<Refusal>();
        foreach (var pick in picked.Distinct())
        {
            var result = await RunAsync(verb, pick, reason, sites, actor, cancellationToken);
            done += result.Count > 0 ? 0 : 1;
            refusals.AddRange(result);
        }

        return (done, refusals);
    }

    private async Task<IReadOnlyList<Refusal>> RunAsync(string verb, string pick, string? reason, IReadOnlyList<Tenant> sites, Actor actor, CancellationToken cancellationToken)
    {
        if (pick.Split('|') is not [var site, var item, var version] || sites.FirstOrDefault(tenant => tenant.Name == site) is not { } found)
        {
            return [new Refusal(RefusalKind.NotFound, localizer["There is no such content."])];
        }

        await using var scope = services.CreateTenantScope(found.Identity);
        if (await ActAsAsync(scope.ServiceProvider, actor, cancellationToken) is not { } member)
        {
            return [new Refusal(RefusalKind.NotFound, localizer["There is no such content."])];
        }

        return verb == Take
            ? (await scope.ServiceProvider.GetRequiredService<ItemThread>().TakeAsync(item, member, cancellationToken)).Refusals
            : (await scope.ServiceProvider.GetRequiredService<MoveContent>().RunAsync(new MoveRequest(item, version, verb) { Reason = reason }, member, cancellationToken)).Refusals;
    }

    private static async Task<Actor?> ActAsAsync(IServiceProvider scope, Actor actor, CancellationToken cancellationToken) =>
        actor.IsHost ? actor : await scope.GetRequiredService<TenantMembers>().FindAsync(actor.AccountId!.Value, cancellationToken);

    private async Task<IReadOnlyList<Tenant>> SitesAsync(Actor actor, CancellationToken cancellationToken)
    {
        var ids = await db.Set<Membership>().AsNoTracking().Where(row => row.AccountId == actor.AccountId).Select(row => row.TenantId).ToListAsync(cancellationToken);
        return [.. ids.Append(db.TenantId).Distinct().Select(tenants.Find).OfType<Tenant>().Where(tenant => tenant.State == TenantState.Running)];
    }
}

/// <param name="Site">Name of the site as its readers know it.</param>
public sealed record InboxEntry(Tenant Tenant, string Site, WaitingItem Waiting)
{
    /// <summary>Names the entry with the version that the person saw.</summary>
    public string Pick => $"{Tenant.Name}|{Waiting.Item.Id}|{Waiting.Item.LatestVersionId}";
}
