using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content.Definitions;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Content.TypeEditing;

public enum StoredState
{
    Published,
    Draft,
    Binned,
}

/// <summary>The parts of an item of a type as they are stored: an item by itself, or one inside another.</summary>
public sealed record StoredInstance(string ItemId, StoredState State, JsonObject Content);

/// <summary>Finds everything of one type that a site has stored, in the versions that readers see and in the newest. Scoped.</summary>
public sealed class StoredInstances(SiteDbContext db)
{
    public async IAsyncEnumerable<StoredInstance> ReadAsync(ContentType type, ContentDefinitions definitions, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var hosts = definitions.Types.Where(host => host.Parts.Any(part => part.PartName is "BagPart" or "FlowPart" or "TaxonomyPart" or "MenuItemsListPart")).Select(host => host.Name).ToArray();
        var name = type.Name;
        var quoted = $"\"{name}\"";
        var rows =
            from item in db.Set<ContentItem>().AsNoTracking()
            join version in db.Set<ContentVersion>().AsNoTracking() on item.Id equals version.ItemId
            where version.Id == item.PublishedVersionId || version.Id == item.LatestVersionId
            where item.ContentType == name || (hosts.Contains(item.ContentType) && version.Json.Contains(quoted))
            select new { item.Id, item.ContentType, item.DeletedUtc, item.PublishedVersionId, VersionId = version.Id, version.Json, version.PrivateJson };
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var content = JsonNode.Parse(row.Json)!.AsObject();
            if (row.PrivateJson is not null)
            {
                MergeDefinitions.Into(content, JsonNode.Parse(row.PrivateJson)!.AsObject());
            }

            var state = row.DeletedUtc is not null ? StoredState.Binned : row.VersionId == row.PublishedVersionId ? StoredState.Published : StoredState.Draft;
            foreach (var instance in row.ContentType == name ? [content] : InstancesIn(content, name))
            {
                yield return new StoredInstance(row.Id, state, instance);
            }
        }

        var settings = SiteSettings.CustomPrefix + name;
        if (type.IsCustomSettings && await db.Set<SiteDocument>().AsNoTracking().Where(row => row.Name == settings).Select(row => row.Json).FirstOrDefaultAsync(cancellationToken) is { } json)
        {
            yield return new StoredInstance(settings, StoredState.Published, JsonNode.Parse(json)!.AsObject());
        }
    }

    private static IEnumerable<JsonObject> InstancesIn(JsonNode? node, string type) => node switch
    {
        JsonObject json => json.SelectMany(member => InstancesIn(member.Value, type)).Concat(json.Text("ContentType") == type ? [json] : []),
        JsonArray items => items.SelectMany(item => InstancesIn(item, type)),
        _ => [],
    };
}
