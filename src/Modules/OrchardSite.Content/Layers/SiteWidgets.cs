using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content.Definitions;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Content.Layers;

/// <param name="Name">Which widgets belong to it.</param>
public sealed record Layer(string Name, LayerRule Rule)
{
    /// <summary>Name of the tenant's document that holds the layers, in the form of Orchard Core's layers step.</summary>
    public const string Document = "layers";
}

/// <param name="Layer">Null when the layer that it names does not exist; it is not shown then.</param>
public sealed record ZoneWidget(ContentView Item, string Zone, Layer? Layer, double Position);

/// <summary>A tenant's widgets in the order of their zones.</summary>
public sealed record SiteWidgets(IReadOnlyList<ZoneWidget> Widgets)
{
    /// <summary>True when it must be known which roles the reader has.</summary>
    public bool AsksForRoles { get; } = Widgets.Any(widget => widget.Layer?.Rule.AsksForRoles == true);
}

internal sealed class SiteWidgetsSource(TenantCache<ContentDefinitions> definitions) : ITenantCacheSource<SiteWidgets>
{
    public async Task<SiteWidgets> LoadAsync(SiteDbContext db, CancellationToken cancellationToken)
    {
        var types = (await definitions.GetAsync(db.TenantId)).Types.Where(type => type.IsWidget).Select(type => type.Name).ToArray();
        var document = await db.Set<SiteDocument>().AsNoTracking().FirstOrDefaultAsync(document => document.Name == Layer.Document, cancellationToken);
        var layers = document is null ? [] : (JsonNode.Parse(document.Json)?["Layers"] as JsonArray ?? []).OfType<JsonObject>()
            .Select(layer => new Layer(layer.Text("Name") ?? "", LayerRule.Read(layer["LayerRule"] as JsonObject)))
            .ToDictionary(layer => layer.Name, StringComparer.Ordinal);
        var rows = await (
            from item in db.Set<ContentItem>().AsNoTracking()
            where types.Contains(item.ContentType) && item.IsPublic
            join version in db.Set<ContentVersion>().AsNoTracking() on item.PublishedVersionId equals version.Id
            select new { Item = item, version.Json }).ToListAsync(cancellationToken);
        return new SiteWidgets(rows
            .Select(row => Place(new ContentView(row.Item, row.Json), layers))
            .OfType<ZoneWidget>()
            .OrderBy(widget => widget.Position).ThenBy(widget => widget.Item.Id, StringComparer.Ordinal)
            .ToArray());
    }

    public bool IsOutdatedBy(Change change) =>
        change.Kind is ChangeKind.SiteChanged or ChangeKind.DefinitionsChanged || (change.Kind == ChangeKind.ContentPublished && change.Tags is null);

    private static ZoneWidget? Place(ContentView item, Dictionary<string, Layer> layers)
    {
        if (!item.Content.TryGetProperty("LayerMetadata", out var metadata) || metadata.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var zone = Text("Zone");
        var position = metadata.TryGetProperty("Position", out var number) && number.ValueKind == JsonValueKind.Number ? number.GetDouble() : 0;
        return zone.Length == 0 ? null : new ZoneWidget(item, zone, layers.GetValueOrDefault(Text("Layer")), position);

        string Text(string name) => metadata.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
    }
}
