using System.Collections.Frozen;
using OrchardSite.Tenants.Figures;

namespace OrchardSite.Tenants;

/// <summary>A tenant as requests see it: immutable, in memory, replaced when the change feed tells of a change.</summary>
public sealed class Tenant(TenantRecord record, IEnumerable<string> features, RequestTally requests)
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

    /// <summary>Goes on counting when the rest is replaced.</summary>
    public RequestTally Requests { get; } = requests;

    public FrozenSet<string> Features { get; } = features.ToFrozenSet(StringComparer.Ordinal);
}
