using System.Collections.Frozen;

namespace OrchardSite;

/// <summary>Every feature of every module in this program, found by its own id or by the Orchard Core id it covers.</summary>
public sealed class FeatureCatalog
{
    private readonly FrozenDictionary<string, Feature> _byId;

    public FeatureCatalog(IEnumerable<Manifest> manifests)
    {
        Manifests = manifests.ToArray();
        Features = Manifests.SelectMany(manifest => manifest.Features).ToArray();
        _byId = Features
            .SelectMany(feature => feature.Covers.Append(feature.Id).Select(id => (id, feature)))
            .ToFrozenDictionary(pair => pair.id, pair => pair.feature, StringComparer.Ordinal);
        AlwaysEnabled = Features.Where(feature => feature.AlwaysEnabled).Select(feature => feature.Id).ToFrozenSet();
    }

    public IReadOnlyList<Manifest> Manifests { get; }

    public IReadOnlyList<Feature> Features { get; }

    public FrozenSet<string> AlwaysEnabled { get; }

    public Feature? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The feature with all it depends on, dependencies first.</summary>
    public IEnumerable<Feature> WithDependencies(Feature feature)
    {
        var ordered = new List<Feature>();
        Visit(feature);
        return ordered;

        void Visit(Feature current)
        {
            foreach (var dependency in current.Dependencies)
            {
                Visit(Find(dependency) ?? throw new InvalidOperationException($"Feature {current.Id} depends on {dependency}, which no module has."));
            }

            if (!ordered.Contains(current))
            {
                ordered.Add(current);
            }
        }
    }

    /// <summary>The enabled ones that would no longer work without the feature.</summary>
    public IEnumerable<Feature> Dependents(Feature feature, IReadOnlySet<string> enabled) =>
        Features.Where(other => other.Id != feature.Id
            && enabled.Contains(other.Id)
            && WithDependencies(other).Any(dependency => dependency.Id == feature.Id));
}
