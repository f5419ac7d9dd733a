using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content.Definitions;
using OrchardSite.Data;

namespace OrchardSite.Content;

/// <summary>What editors see of a tenant's content: every version, drafts included. Scoped.</summary>
public sealed class ContentEditions(SiteDbContext db)
{
    /// <summary>An item with its newest version; null when there is none, or it is another tenant's.</summary>
    public Task<ContentEdition?> NewestAsync(string itemId, CancellationToken cancellationToken) => FindAsync(itemId, null, cancellationToken);

    /// <summary>These items with their newest versions, in the same order.</summary>
    public async Task<IReadOnlyList<ContentEdition>> NewestAsync(IReadOnlyList<ContentItem> items, CancellationToken cancellationToken)
    {
        var ids = items.Select(item => item.LatestVersionId).ToArray();
        var versions = await db.Set<ContentVersion>().AsNoTracking().Where(version => ids.Contains(version.Id)).ToDictionaryAsync(version => version.Id, cancellationToken);
        return [.. items.Where(item => versions.ContainsKey(item.LatestVersionId)).Select(item => new ContentEdition(item, versions[item.LatestVersionId]))];
    }

    /// <param name="versionId">Null for the newest version.</param>
    public async Task<ContentEdition?> FindAsync(string itemId, string? versionId, CancellationToken cancellationToken)
    {
        var found = await (
            from item in db.Set<ContentItem>().AsNoTracking()
            where item.Id == itemId
            join version in db.Set<ContentVersion>().AsNoTracking() on item.Id equals version.ItemId
            where version.Id == (versionId ?? item.LatestVersionId)
            select new { Item = item, Version = version }).FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : new ContentEdition(found.Item, found.Version);
    }
}

public sealed record ContentEdition(ContentItem Item, ContentVersion Version)
{
    public bool IsPublished => Item.PublishedVersionId == Version.Id;

    /// <summary>The version's parts, with the fields that readers never see; a copy of its own.</summary>
    public JsonObject Content()
    {
        var content = JsonNode.Parse(Version.Json)!.AsObject();
        if (Version.PrivateJson is not null)
        {
            MergeDefinitions.Into(content, JsonNode.Parse(Version.PrivateJson)!.AsObject());
        }

        return content;
    }

    /// <summary>The version as readers would see it.</summary>
    public ContentView AsPublished() => new(
        new ContentItem
        {
            Id = Item.Id,
            ContentType = Item.ContentType,
            DisplayText = Version.DisplayText,
            Path = Item.Path,
            CreatedUtc = Item.CreatedUtc,
            ModifiedUtc = Version.CreatedUtc,
            PublishedUtc = Item.PublishedUtc ?? Version.CreatedUtc,
            Owner = Item.Owner,
            Author = Version.Author,
            LatestText = Version.DisplayText,
            LatestKey = "",
            EditedUtc = Version.CreatedUtc,
            LatestVersionId = Version.Id,
            PublishedVersionId = Version.Id,
            Summary = "{}",
        },
        Version.Json);
}
