using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Workflows.Definition;

/// <summary>The workflow of each site, kept up with the change feed.</summary>
public sealed class TenantWorkflows(WorkflowFile file, IDbContextFactory<SiteDbContext> contexts) : IChangeConsumer
{
    private readonly ConcurrentDictionary<int, EditorialWorkflow> _tightened = new();

    public EditorialWorkflow Of(int tenantId) => _tightened.GetValueOrDefault(tenantId) ?? file.Workflow;

    public async ValueTask ConsumeAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        foreach (var tenantId in changes.Where(change => change.Kind == ChangeKind.SiteChanged).Select(change => change.TenantId).Distinct())
        {
            await LoadAsync(tenantId, cancellationToken);
        }
    }

    /// <summary>Reads again how a site tightens the workflow.</summary>
    public async Task<Tightening?> LoadAsync(int tenantId, CancellationToken cancellationToken)
    {
        await using var db = contexts.CreateForTenant(tenantId);
        var json = await db.Set<SiteDocument>().Where(document => document.Name == Tightening.Document).Select(document => document.Json).FirstOrDefaultAsync(cancellationToken);
        if (json is null)
        {
            _tightened.TryRemove(tenantId, out _);
            return null;
        }

        var tightening = Tightening.Read(json);
        _tightened[tenantId] = tightening.Apply(file.Workflow);
        return tightening;
    }
}
