using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Content.Definitions;

/// <summary>Reads definitions once for all tenants that have the same: most come from the same recipe.</summary>
public sealed class DefinitionPool
{
    private readonly ConcurrentDictionary<string, WeakReference<ContentDefinitions>> _known = new(StringComparer.Ordinal);

    public ContentDefinitions Get(string json)
    {
        var key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
        if (_known.TryGetValue(key, out var reference) && reference.TryGetTarget(out var definitions))
        {
            return definitions;
        }

        definitions = new ContentDefinitions(JsonNode.Parse(json)!.AsObject());
        _known[key] = new WeakReference<ContentDefinitions>(definitions);
        return definitions;
    }
}

internal sealed class DefinitionsSource(DefinitionPool pool) : ITenantCacheSource<ContentDefinitions>
{
    public async Task<ContentDefinitions> LoadAsync(SiteDbContext db, CancellationToken cancellationToken)
    {
        var json = await db.Set<SiteDocument>().AsNoTracking()
            .Where(document => document.Name == ContentDefinitions.Document)
            .Select(document => document.Json)
            .FirstOrDefaultAsync(cancellationToken);
        return pool.Get(json ?? "{}");
    }

    public bool IsOutdatedBy(Change change) => change.Kind == ChangeKind.DefinitionsChanged;
}
