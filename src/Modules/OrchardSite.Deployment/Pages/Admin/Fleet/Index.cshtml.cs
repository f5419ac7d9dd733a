using OrchardSite.Admin.Tenants;
using OrchardSite.Deployment.Fleet;

namespace OrchardSite.Deployment.Pages.Admin.Fleet;

/// <summary>The recipes that were run on many sites, newest first.</summary>
public sealed class IndexModel(FleetRuns runs) : HostPage
{
    public IReadOnlyList<FleetSummary> Runs { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Runs = await runs.NewestAsync(cancellationToken);
}
