using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content.Definitions;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Content.Taxonomies;

/// <summary>All terms of a tenant's published taxonomies.</summary>
public sealed class TermTree
{
    /// <summary>Alias of the taxonomy that holds the site's sections.</summary>
    public const string CategoriesAlias = "categories";

    public static readonly TermTree Empty = new([]);

    private readonly FrozenDictionary<string, Term> _byId;
    private readonly FrozenDictionary<string, Term> _byPath;

    /// <param name="taxonomies">Id, alias and JSON of each taxonomy's item.</param>
    public TermTree(IEnumerable<(string Id, string? Alias, string Json)> taxonomies)
    {
        var all = new List<Term>();
        foreach (var (id, alias, json) in taxonomies)
        {
            var roots = ReadTerms(JsonNode.Parse(json)!.AsObject(), id);
            all.AddRange(roots.SelectMany(root => root.Subtree()));
            Categories = alias == CategoriesAlias ? roots : Categories;
        }

        _byId = all.DistinctBy(term => term.Id).ToFrozenDictionary(term => term.Id, StringComparer.Ordinal);
        _byPath = all.Where(term => term.Path.Length > 0).DistinctBy(term => term.Path).ToFrozenDictionary(term => term.Path, StringComparer.Ordinal);
    }

    /// <summary>The site's top sections.</summary>
    public IReadOnlyList<Term> Categories { get; } = [];

    public IEnumerable<Term> All => _byId.Values;

    public Term? Find(string? id) => id is null ? null : _byId.GetValueOrDefault(id);

    public Term? FindByPath(string path) => _byPath.GetValueOrDefault(path);

    internal static IReadOnlyList<Term> ReadTerms(JsonObject content, string taxonomyId) =>
        ((content["TaxonomyPart"] as JsonObject)?["Terms"] as JsonArray ?? []).OfType<JsonObject>().Select(term => new Term(term, taxonomyId, null)).ToArray();
}

internal sealed class TermTreeSource : ITenantCacheSource<TermTree>
{
    public async Task<TermTree> LoadAsync(SiteDbContext db, CancellationToken cancellationToken) => new(await ReadAsync(db, cancellationToken));

    public bool IsOutdatedBy(Change change) => change.Kind == ChangeKind.ContentPublished && change.Tags is null;

    internal static async Task<List<(string Id, string? Alias, string Json)>> ReadAsync(SiteDbContext db, CancellationToken cancellationToken)
    {
        var rows = await (
            from row in db.Set<ContentItem>().AsNoTracking()
            where row.ContentType == "Taxonomy" && row.IsPublic
            join version in db.Set<ContentVersion>().AsNoTracking() on row.PublishedVersionId equals version.Id
            select new { row.Id, row.Alias, version.Json }).ToListAsync(cancellationToken);
        return rows.ConvertAll<(string, string?, string)>(row => (row.Id, row.Alias, row.Json));
    }
}
