using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content.Definitions;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Content.Layers;

/// <summary>A widget with where it stands: as readers see it, or as its draft says where they have not seen it yet.</summary>
public sealed record PlacedWidget(ContentItem Item, ContentType Type, JsonObject? Metadata)
{
    public string Zone => Metadata.Text("Zone") ?? "";

    public string Layer => Metadata.Text("Layer") ?? "";

    public double Position => (double)(Metadata.Number("Position") ?? 0);

    /// <summary>What the theme's templates take a missing one for.</summary>
    public bool RenderTitle => Metadata?["RenderTitle"] is null || Metadata.Flag("RenderTitle");

    public bool HasDraft => Item.PublishedVersionId is not null && Item.PublishedVersionId != Item.LatestVersionId;
}

/// <summary>All widgets of the site, in the order of their zones. Scoped.</summary>
public sealed class WidgetBoard(SiteDbContext db, DefinitionStore definitions, TenantCache<SiteSettings> settings)
{
    /// <summary>The zones of the theme that the site's settings name.</summary>
    public async Task<IReadOnlyList<string>> ZonesAsync()
    {
        var site = await settings.GetAsync(db.TenantId);
        return site.Find("LayerSettings") is { ValueKind: System.Text.Json.JsonValueKind.Object } layers
            && layers.TryGetProperty("Zones", out var zones)
            && zones.ValueKind == System.Text.Json.JsonValueKind.Array
                ? [.. zones.EnumerateArray().Where(zone => zone.ValueKind == System.Text.Json.JsonValueKind.String).Select(zone => zone.GetString()!)]
                : [];
    }

    public async Task<IReadOnlyList<ContentType>> TypesAsync() =>
        [.. (await definitions.GetAsync()).Types.Where(type => type.IsWidget).OrderBy(type => type.DisplayName, StringComparer.Ordinal)];

    public async Task<IReadOnlyList<PlacedWidget>> WidgetsAsync(CancellationToken cancellationToken)
    {
        var types = (await TypesAsync()).ToDictionary(type => type.Name, StringComparer.Ordinal);
        var names = types.Keys.ToArray();
        var rows = await (
            from item in db.Set<ContentItem>().AsNoTracking()
            where names.Contains(item.ContentType) && item.DeletedUtc == null
            join version in db.Set<ContentVersion>().AsNoTracking() on (item.PublishedVersionId ?? item.LatestVersionId) equals version.Id
            select new { Item = item, version.Json }).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new PlacedWidget(row.Item, types[row.Item.ContentType], JsonNode.Parse(row.Json)?["LayerMetadata"] as JsonObject))
                .OrderBy(widget => widget.Position).ThenBy(widget => widget.Item.Id, StringComparer.Ordinal),
        ];
    }
}
