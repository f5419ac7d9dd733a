using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Workflows.Definition;

/// <summary>The workflow of the current site: the one of all sites, as far as this one has not tightened it. Scoped.</summary>
public sealed class CurrentWorkflow(TenantCache<EditorialWorkflow> cache, CurrentTenant tenant)
{
    private EditorialWorkflow? _workflow;

    /// <remarks>
    /// Asked for in the middle of rules that wait for nothing. Only the first to ask after a start, or after a change of the
    /// site's settings, waits for one small row to be read.
    /// </remarks>
    public EditorialWorkflow Workflow => _workflow ??= cache.GetAsync(tenant.Id).AsTask().GetAwaiter().GetResult();
}

internal sealed class EditorialWorkflowSource(WorkflowFile file) : ITenantCacheSource<EditorialWorkflow>
{
    public async Task<EditorialWorkflow> LoadAsync(SiteDbContext db, CancellationToken cancellationToken) =>
        await Tightening.FindAsync(db, cancellationToken) is { } tightening ? tightening.Apply(file.Workflow) : file.Workflow;

    public bool IsOutdatedBy(Change change) => change.Kind == ChangeKind.SiteChanged;
}
