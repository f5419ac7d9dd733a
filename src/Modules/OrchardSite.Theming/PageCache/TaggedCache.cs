using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using OrchardSite.Data;

namespace OrchardSite.Theming.PageCache;

/// <summary>
/// Rendered output of all tenants, within one budget of bytes. The change feed evicts what shows a changed item; output
/// whose rendering began before a change of its tenant is not taken in after it, so nothing stale can slip past.
/// </summary>
public abstract class TaggedCache<TKey, TValue>(TimeProvider time, long budget) : IChangeConsumer
    where TKey : struct, IEquatable<TKey>
    where TValue : class
{
    // A scheduled start or end (a banner, an expiry) is not a change; this bounds how late it shows.
    private static readonly long Lifetime = TimeSpan.FromSeconds(60).Ticks;

    private readonly ConcurrentDictionary<int, TenantEntries> _tenants = new();
    private long _size;

    public long Size => Interlocked.Read(ref _size);

    public bool TryGet(int tenantId, TKey key, [NotNullWhen(true)] out TValue? value)
    {
        value = null;
        if (!_tenants.TryGetValue(tenantId, out var entries) || !entries.Values.TryGetValue(key, out var entry))
        {
            return false;
        }

        var now = time.GetUtcNow().Ticks;
        if (entry.ExpiresAt < now)
        {
            return false;
        }

        entry.LastUsed = now;
        value = entry.Value;
        return true;
    }

    /// <param name="asOf">The change feed's position before the rendering read anything.</param>
    /// <param name="size">In bytes.</param>
    /// <param name="until">UTC; no longer good from then on. Null: for as long as anything is kept.</param>
    public void Store(int tenantId, TKey key, TValue value, long size, IReadOnlySet<string> tags, long asOf, DateTime? until = null)
    {
        var now = time.GetUtcNow().Ticks;
        var entry = new Entry(value, size, tags, Math.Min(now + Lifetime, (until?.Ticks - 1) ?? long.MaxValue)) { LastUsed = now };
        var entries = _tenants.GetOrAdd(tenantId, _ => new TenantEntries());
        lock (entries)
        {
            if (entries.LastChange > asOf)
            {
                return;
            }

            Remove(entries, key);
            entries.Values[key] = entry;
            Interlocked.Add(ref _size, size);
        }

        if (Size > budget)
        {
            Shrink();
        }
    }

    public ValueTask ConsumeAsync(IReadOnlyList<Change> changes, CancellationToken cancellationToken)
    {
        foreach (var ofTenant in changes.GroupBy(change => change.TenantId))
        {
            Evict(_tenants.GetOrAdd(ofTenant.Key, _ => new TenantEntries()), [.. ofTenant]);
        }

        return ValueTask.CompletedTask;
    }

    private void Evict(TenantEntries entries, List<Change> changes)
    {
        var visible = changes.Where(change => change.Kind is not (ChangeKind.ContentDrafted or ChangeKind.EditorialNews or ChangeKind.PersonNotified)).ToArray();
        var everything = visible.Any(change => change.Tags is null);
        var tags = visible.SelectMany(change => change.Tags?.Split(' ') ?? []).ToHashSet(StringComparer.Ordinal);
        lock (entries)
        {
            entries.LastChange = changes[^1].Sequence;
            foreach (var (key, entry) in entries.Values)
            {
                if (everything || tags.Overlaps(entry.Tags))
                {
                    Remove(entries, key);
                }
            }
        }
    }

    // Drops the quarter that was not asked for longest: rare, and cheaper than keeping an order at each request.
    private void Shrink()
    {
        var all = _tenants.Values.SelectMany(entries => entries.Values.Select(pair => (entries, pair.Key, pair.Value.LastUsed))).ToList();
        foreach (var (entries, key, _) in all.OrderBy(entry => entry.LastUsed).Take((all.Count / 4) + 1))
        {
            lock (entries)
            {
                Remove(entries, key);
            }
        }
    }

    private void Remove(TenantEntries entries, TKey key)
    {
        if (entries.Values.TryRemove(key, out var removed))
        {
            Interlocked.Add(ref _size, -removed.Size);
        }
    }

    private sealed class TenantEntries
    {
        public ConcurrentDictionary<TKey, Entry> Values { get; } = new(concurrencyLevel: 1, capacity: 2);

        public long LastChange { get; set; }
    }

    private sealed record Entry(TValue Value, long Size, IReadOnlySet<string> Tags, long ExpiresAt)
    {
        public long LastUsed { get; set; }
    }
}
