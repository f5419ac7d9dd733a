using System.Text.Json.Nodes;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Search.Queries;

/// <summary>A query that a site has a name for, as Orchard Core's recipes write it.</summary>
/// <param name="Name">Letters, digits, hyphens and underscores: templates write <c>Queries.Name</c>.</param>
/// <param name="Template">Liquid that makes the query in JSON; see <see cref="LuceneQueryReader"/>.</param>
internal sealed record NamedQuery(string Name, string Template)
{
    /// <summary>Name of the site's document that holds them, in the form of the recipe step.</summary>
    public const string Document = "queries";

    public const string Source = "Lucene";

    /// <summary>Written with Liquid, so that it differs from one run to the next.</summary>
    public bool HasParameters => Template.Contains("{{", StringComparison.Ordinal) || Template.Contains("{%", StringComparison.Ordinal);

    public JsonObject ToJson() => new() { ["Source"] = Source, ["Name"] = Name, ["Template"] = Template, ["ReturnContentItems"] = true };
}

/// <summary>The queries of a site by their names. Immutable.</summary>
internal sealed class NamedQueries(IEnumerable<NamedQuery> queries)
{
    private readonly Dictionary<string, NamedQuery> _byName = queries.ToDictionary(query => query.Name, StringComparer.Ordinal);

    public IEnumerable<NamedQuery> All => _byName.Values;

    public NamedQuery? Find(string name) => _byName.GetValueOrDefault(name);

    public static NamedQueries Read(JsonNode? document) => new((document?["Queries"] as JsonArray ?? [])
        .Select(query => new NamedQuery((string)query!["Name"]!, (string)query["Template"]!)));

    public JsonObject ToJson() => new() { ["Queries"] = new JsonArray([.. All.Select(query => query.ToJson())]) };

    /// <summary>The same, with others in the place of those that have their names.</summary>
    public NamedQueries With(IEnumerable<NamedQuery> others)
    {
        var merged = new Dictionary<string, NamedQuery>(_byName, StringComparer.Ordinal);
        foreach (var query in others)
        {
            merged[query.Name] = query;
        }

        return new NamedQueries(merged.Values);
    }
}

internal sealed class NamedQueriesSource : ITenantCacheSource<NamedQueries>
{
    public async Task<NamedQueries> LoadAsync(SiteDbContext db, CancellationToken cancellationToken) =>
        NamedQueries.Read(await db.Set<SiteDocument>().FindAsync([db.TenantId, NamedQuery.Document], cancellationToken) is { } document ? JsonNode.Parse(document.Json) : null);

    public bool IsOutdatedBy(Change change) => change.Kind == ChangeKind.SiteChanged;
}
