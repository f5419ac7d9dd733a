using System.Collections.Frozen;

namespace OrchardSite.Tenants;

/// <summary>A tenant as requests see it: immutable, in memory, replaced when the change feed tells of a change.</summary>
public sealed class Tenant(TenantRecord record, IEnumerable<string> features)
{
    public TenantIdentity Identity { get; } = new(record.Id, record.Name);

    public int Id => Identity.Id;

    public string Name => Identity.Name;

    public IReadOnlyList<string> Hosts { get; } = record.Hosts.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public string Prefix { get; } = record.Prefix;

    /// <summary>The prefix as the start of a path: empty, or a slash and the prefix.</summary>
    public string PathBase { get; } = record.Prefix.Length == 0 ? "" : "/" + record.Prefix;

    public TenantState State { get; } = record.State;

    public string Recipe { get; } = record.Recipe;

    /// <summary>Counts changes, so that an edit can say which state it was made from.</summary>
    public int Revision { get; } = record.Revision;

    public FrozenSet<string> Features { get; } = features.ToFrozenSet(StringComparer.Ordinal);
}
