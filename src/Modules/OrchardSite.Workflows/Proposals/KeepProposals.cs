using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Workflows.Proposals;

/// <summary>Looks each second for what has to reach the other site: answers, corrections and withdrawals.</summary>
public sealed class KeepProposals(
    IServiceProvider services, IDbContextFactory<SiteDbContext> contexts, TenantDirectory tenants, TenantCache<SiteSettings> settings, TimeProvider time, ILogger<KeepProposals> logger)
    : SteadyWork(TimeSpan.FromSeconds(1), time, logger)
{
    private const int Batch = 100;

    public override async Task RunAsync(CancellationToken cancellationToken)
    {
        List<Proposal> open;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            open = await db.Set<Proposal>().AsNoTracking()
                .Where(row => row.News != OriginalNews.None || (!row.IsUnitTold && (row.State == ProposalState.Accepted || row.State == ProposalState.Returned)))
                .OrderBy(row => row.ProposedUtc).Take(Batch).ToListAsync(cancellationToken);
        }

        foreach (var proposal in open)
        {
            if (!proposal.IsUnitTold)
            {
                await WorkAsync(proposal.FromTenantId, follow => follow.TellUnitAsync(proposal.Id, cancellationToken));
            }

            if (proposal.News != OriginalNews.None)
            {
                await WorkAsync(proposal.ToTenantId, follow => follow.BringAsync(proposal.Id, cancellationToken));
            }
        }
    }

    // A site that was stopped hears of it when it runs again.
    private async Task WorkAsync(int tenantId, Func<FollowOriginal, Task> work)
    {
        if (tenants.Find(tenantId) is { State: TenantState.Running } tenant)
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo((await settings.GetAsync(tenant.Id)).Culture);
            await using var scope = services.CreateTenantScope(tenant.Identity);
            try
            {
                await work(scope.ServiceProvider.GetRequiredService<FollowOriginal>());
            }
            catch (DbUpdateConcurrencyException)
            {
                // Another node, or somebody who edits the copy, was faster; the next round sees what is left.
            }
        }
    }
}
