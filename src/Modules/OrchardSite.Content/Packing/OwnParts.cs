using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content.Definitions;
using OrchardSite.Data;

namespace OrchardSite.Content.Packing;

/// <summary>Keeps what belongs to the one site out of packages, and with its items when a package brings them in again. Scoped.</summary>
internal sealed class OwnParts(SiteDbContext db, IEnumerable<IPackedContent> packed)
{
    private readonly Dictionary<string, IReadOnlyList<string>> _byType = packed.ToDictionary(type => type.ContentType, type => type.OwnParts, StringComparer.Ordinal);

    /// <summary>Takes them, and accounts that fields name, out of an item's parts.</summary>
    public void Remove(ContentType type, JsonObject parts)
    {
        foreach (var name in _byType.GetValueOrDefault(type.Name, []))
        {
            parts.Remove(name);
        }

        foreach (var part in type.Parts)
        {
            foreach (var field in part.Fields.Where(field => field.Type == "UserPickerField"))
            {
                (parts[part.Name] as JsonObject)?.Remove(field.Name);
            }
        }
    }

    /// <summary>Gives items that the site has already the parts that are its own, each in the place where it was.</summary>
    public async Task RestoreAsync(JsonObject[] items, CancellationToken cancellationToken)
    {
        for (var index = 0; index < items.Length; index++)
        {
            if (items[index].Text("ContentType") is { } type && _byType.TryGetValue(type, out var own) && items[index].Text("ContentItemId") is { } id
                && await StoredAsync(id, cancellationToken) is { } stored)
            {
                items[index] = With(items[index], stored, own);
            }
        }
    }

    private async Task<JsonObject?> StoredAsync(string id, CancellationToken cancellationToken)
    {
        var json = await (
            from item in db.Set<ContentItem>()
            where item.Id == id
            join version in db.Set<ContentVersion>() on item.LatestVersionId equals version.Id
            select version.Json).FirstOrDefaultAsync(cancellationToken);
        return json is null ? null : JsonNode.Parse(json)!.AsObject();
    }

    private static JsonObject With(JsonObject item, JsonObject stored, IReadOnlyList<string> own)
    {
        var whole = new JsonObject(item.Where(member => ContentMetadata.IsMetadata(member.Key)).Select(Copy));
        foreach (var member in stored.Where(member => item.ContainsKey(member.Key) || own.Contains(member.Key)))
        {
            whole[member.Key] = (item[member.Key] ?? member.Value)?.DeepClone();
        }

        foreach (var member in item.Where(member => !whole.ContainsKey(member.Key)))
        {
            whole[member.Key] = member.Value?.DeepClone();
        }

        return whole;
    }

    private static KeyValuePair<string, JsonNode?> Copy(KeyValuePair<string, JsonNode?> member) => KeyValuePair.Create(member.Key, member.Value?.DeepClone());
}
