using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;

namespace OrchardSite.Tenants;

/// <summary>What a switch changed: ids of features, dependencies included.</summary>
public sealed record SwitchedFeatures(IReadOnlyList<string> Enabled, IReadOnlyList<string> Disabled);

/// <summary>Switches features of the current tenant on, with all they depend on, and off.</summary>
public sealed class SwitchFeatures(SiteDbContext db, FeatureCatalog features, TimeProvider time, IStringLocalizer localizer)
{
    /// <param name="enable">Ids of features, the portal's own or Orchard Core's.</param>
    public async Task<OperationResult<SwitchedFeatures>> RunAsync(IEnumerable<string> enable, IEnumerable<string> disable, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!actor.Can(TenantPermissions.ManageFeatures))
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not switch features of this site."]);
        }

        var refusals = new List<Refusal>();
        var toEnable = Find(enable, refusals).SelectMany(features.WithDependencies).Select(feature => feature.Id).Except(features.AlwaysEnabled).ToHashSet();
        var toDisable = Find(disable, refusals);
        var rows = await db.Set<TenantFeature>().Where(row => row.TenantId == db.TenantId).ToListAsync(cancellationToken);
        var enabled = rows.Select(row => row.FeatureId).Except(toDisable.Select(feature => feature.Id)).Concat(toEnable).Concat(features.AlwaysEnabled).ToHashSet();
        refusals.AddRange(toDisable.SelectMany(feature => CheckDisable(feature, enabled)));
        if (refusals.Count > 0)
        {
            return OperationResult<SwitchedFeatures>.Refused(refusals);
        }

        var removed = rows.Where(row => !enabled.Contains(row.FeatureId)).ToList();
        var added = toEnable.Except(rows.Select(row => row.FeatureId)).Select(id => new TenantFeature { TenantId = db.TenantId, FeatureId = id }).ToList();
        var switched = new SwitchedFeatures(added.ConvertAll(row => row.FeatureId), removed.ConvertAll(row => row.FeatureId));
        if (added.Count + removed.Count > 0)
        {
            db.RemoveRange(removed);
            db.AddRange(added);
            var detail = string.Join(' ', switched.Enabled.Select(id => "+" + id).Concat(switched.Disabled.Select(id => "-" + id)));
            db.RecordTenantChange(db.TenantId, nameof(SwitchFeatures), actor, time, detail);
            await db.CommitAsync(cancellationToken);
        }

        return switched;
    }

    private List<Feature> Find(IEnumerable<string> ids, List<Refusal> refusals)
    {
        var found = new List<Feature>();
        foreach (var id in ids)
        {
            if (features.Find(id) is { } feature)
            {
                found.Add(feature);
            }
            else
            {
                refusals.Add(new Refusal(RefusalKind.Invalid, localizer["There is no feature {0}.", id], id));
            }
        }

        return found;
    }

    private IEnumerable<Refusal> CheckDisable(Feature feature, HashSet<string> enabled)
    {
        if (feature.AlwaysEnabled)
        {
            yield return new Refusal(RefusalKind.Conflict, localizer["The feature {0} cannot be disabled: no site works without it.", localizer[feature.Name]], feature.Id);
            yield break;
        }

        var dependents = features.Dependents(feature, enabled).Select(dependent => localizer[dependent.Name].Value).ToArray();
        if (dependents.Length > 0)
        {
            yield return new Refusal(RefusalKind.Conflict, localizer["The feature {0} cannot be disabled while these need it: {1}.", localizer[feature.Name], string.Join(", ", dependents)], feature.Id);
        }
    }
}
