using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content.Definitions;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Content.Layers;

/// <summary>A layer as it is stored, with Orchard Core's JSON of its rule.</summary>
public sealed record StoredLayer(string Name, string Description, JsonObject? Rule);

/// <param name="Revision">Of the document; null where there is none.</param>
public sealed record StoredLayers(IReadOnlyList<StoredLayer> Layers, JsonArray Json, int? Revision)
{
    public StoredLayer? Find(string name) => Layers.FirstOrDefault(layer => layer.Name == name);
}

/// <summary>The site's layers as its administrators see them. Scoped.</summary>
public sealed class SiteLayers(SiteDbContext db)
{
    public async Task<StoredLayers> ReadAsync(CancellationToken cancellationToken)
    {
        var document = await db.Set<SiteDocument>().AsNoTracking().FirstOrDefaultAsync(row => row.Name == Layer.Document, cancellationToken);
        var json = document is null ? [] : JsonNode.Parse(document.Json)?["Layers"] as JsonArray ?? [];
        var layers = json.OfType<JsonObject>().Select(layer => new StoredLayer(layer.Text("Name") ?? "", layer.Text("Description") ?? "", layer["LayerRule"] as JsonObject));
        return new StoredLayers([.. layers], json, document?.Revision);
    }
}
