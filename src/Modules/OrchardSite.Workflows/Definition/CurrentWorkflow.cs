namespace OrchardSite.Workflows.Definition;

/// <summary>The workflow of the current site: the one of all sites, as far as this one has not tightened it. Scoped.</summary>
public sealed class CurrentWorkflow(TenantWorkflows all, CurrentTenant tenant)
{
    public EditorialWorkflow Workflow => all.Of(tenant.Id);
}
