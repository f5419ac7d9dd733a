using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Tenants.Figures;

namespace OrchardSite.Tenants;

/// <summary>All tenants in memory, found by the host and the first path segment of a request.</summary>
public sealed class TenantDirectory(IDbContextFactory<SiteDbContext> contexts, FeatureCatalog features) : IChangeConsumer
{
    private Snapshot _snapshot = new([]);

    public IReadOnlyCollection<Tenant> All => _snapshot.ById.Values;

    public Tenant? Find(string name) => All.FirstOrDefault(tenant => string.Equals(tenant.Name, name, StringComparison.OrdinalIgnoreCase));

    public Tenant? Find(int id) => _snapshot.ById.GetValueOrDefault(id);

    /// <summary>The tenant of a request, or null. A tenant of that very host goes before one of every host, a prefix before none.</summary>
    public Tenant? Resolve(HostString host, PathString path) => _snapshot.Resolve(host, FirstSegment(path.Value));

    /// <summary>Reads the tenants; called at start.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        _snapshot = new Snapshot(await ReadAsync(db, null, cancellationToken));
    }

    public async ValueTask ConsumeAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        var changed = changes.Where(change => change.Kind == ChangeKind.TenantChanged).Select(change => change.TenantId).Distinct().ToArray();
        if (changed.Length == 0)
        {
            return;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var read = await ReadAsync(db, changed, cancellationToken);
        _snapshot = new Snapshot(_snapshot.ById.Values.Where(tenant => !changed.Contains(tenant.Id)).Concat(read));
    }

    private async Task<List<Tenant>> ReadAsync(SiteDbContext db, int[]? ids, CancellationToken cancellationToken)
    {
        var records = await db.Set<TenantRecord>().AsNoTracking()
            .Where(tenant => ids == null || ids.Contains(tenant.Id))
            .ToListAsync(cancellationToken);
        var rows = await db.Set<TenantFeature>().AsNoTracking()
            .Where(feature => ids == null || ids.Contains(feature.TenantId))
            .ToListAsync(cancellationToken);
        var enabled = rows.ToLookup(row => row.TenantId, row => row.FeatureId);
        return records.ConvertAll(record => new Tenant(record, enabled[record.Id].Concat(features.AlwaysEnabled), Find(record.Id)?.Requests ?? new RequestTally()));
    }

    private static ReadOnlySpan<char> FirstSegment(string? path)
    {
        if (string.IsNullOrEmpty(path))
        {
            return [];
        }

        var rest = path.AsSpan(1);
        var end = rest.IndexOf('/');
        return end < 0 ? rest : rest[..end];
    }

    private sealed class Snapshot
    {
        private readonly Dictionary<string, ByPrefix> _byHost = new(StringComparer.OrdinalIgnoreCase);
        private readonly ByPrefix _anyHost = new();

        public Snapshot(IEnumerable<Tenant> tenants)
        {
            foreach (var tenant in tenants)
            {
                ById.Add(tenant.Id, tenant);
                if (tenant.Hosts.Count == 0)
                {
                    _anyHost.Add(tenant);
                }

                foreach (var host in tenant.Hosts)
                {
                    if (!_byHost.TryGetValue(host, out var prefixes))
                    {
                        _byHost.Add(host, prefixes = new ByPrefix());
                    }

                    prefixes.Add(tenant);
                }
            }
        }

        public Dictionary<int, Tenant> ById { get; } = [];

        // With the port first: only one that was given a port can be found by it.
        public Tenant? Resolve(HostString host, ReadOnlySpan<char> segment) =>
            (_byHost.Count > 0 && host.HasValue ? FindAt(host.Value, segment) ?? FindAt(host.Host, segment) : null) ?? _anyHost.Find(segment);

        private Tenant? FindAt(string host, ReadOnlySpan<char> segment) =>
            _byHost.TryGetValue(host, out var prefixes) ? prefixes.Find(segment) : null;
    }

    private sealed class ByPrefix
    {
        private readonly Dictionary<string, Tenant>.AlternateLookup<ReadOnlySpan<char>> _tenants =
            new Dictionary<string, Tenant>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

        private Tenant? _withoutPrefix;

        public void Add(Tenant tenant)
        {
            if (tenant.Prefix.Length == 0)
            {
                _withoutPrefix = tenant;
            }
            else
            {
                _tenants.Dictionary[tenant.Prefix] = tenant;
            }
        }

        public Tenant? Find(ReadOnlySpan<char> segment) => _tenants.TryGetValue(segment, out var tenant) ? tenant : _withoutPrefix;
    }
}
