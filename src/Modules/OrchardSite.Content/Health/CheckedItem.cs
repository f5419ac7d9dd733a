using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content.Definitions;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Content.Health;

/// <summary>What readers have of an item, or of custom settings, which stand on every page.</summary>
/// <param name="Path">Null for what is no page.</param>
internal sealed record CheckedItem(string Id, ContentType Type, string Title, string Owner, int? OwnerId, string? Path, string Json)
{
    /// <summary>Reads those of the items that are published.</summary>
    public static async Task<IReadOnlyList<CheckedItem>> ReadAsync(SiteDbContext db, string[] ids, ContentDefinitions definitions, CancellationToken cancellationToken)
    {
        var rows = await (
            from item in db.Set<ContentItem>().AsNoTracking()
            where ids.Contains(item.Id) && item.DeletedUtc == null
            join version in db.Set<ContentVersion>().AsNoTracking() on item.PublishedVersionId equals version.Id
            select new { Item = item, version.Json }).ToListAsync(cancellationToken);
        return
        [
            .. from row in rows
               let type = definitions.Find(row.Item.ContentType)
               where type is not null
               select new CheckedItem(row.Item.Id, type, row.Item.DisplayText, row.Item.Owner, row.Item.OwnerId, row.Item.Path, row.Json),
        ];
    }

    /// <summary>Reads all custom settings of the site.</summary>
    public static async Task<IReadOnlyList<CheckedItem>> ReadSettingsAsync(SiteDbContext db, ContentDefinitions definitions, CancellationToken cancellationToken)
    {
        var documents = await db.Set<SiteDocument>().AsNoTracking().Where(document => document.Name.StartsWith(SiteSettings.CustomPrefix)).ToListAsync(cancellationToken);
        return
        [
            .. from document in documents
               let type = definitions.Find(document.Name[SiteSettings.CustomPrefix.Length..])
               where type is { IsCustomSettings: true }
               let id = JsonNode.Parse(document.Json)!.AsObject().Text("ContentItemId")
               where UniqueId.IsValid(id)
               select new CheckedItem(id!, type, type.DisplayName, "", null, null, document.Json),
        ];
    }
}
