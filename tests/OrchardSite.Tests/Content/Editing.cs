using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Content;
using OrchardSite.Content.Operations;
using OrchardSite.Data;
using OrchardSite.Tests.Hosting;

namespace OrchardSite.Tests.Content;

/// <summary>What editors do with content, through the operations that the dashboard and the recipes call.</summary>
internal static class Editing
{
    public static Actor Editor { get; } = Actor.Host("Biên tập viên");

    public static Task<OperationResult<SavedContent>> SaveAsync(
        this PortalApp portal, string tenant, JsonObject item, string? baseVersionId = null, Actor? actor = null, string? note = null) =>
        portal.InTenantAsync(tenant, services => services.GetRequiredService<SaveContent>().RunAsync(new ContentEdit(item, baseVersionId, note), actor ?? Editor));

    public static Task<OperationResult<SavedContent>> PublishAsync(this PortalApp portal, string tenant, SavedContent saved, Actor? actor = null, string? note = null) =>
        portal.InTenantAsync(tenant, services => services.GetRequiredService<PublishContent>().RunAsync(saved.ContentItemId, saved.VersionId, actor ?? Editor, note));

    public static Task<OperationResult<SavedContent>> UnpublishAsync(this PortalApp portal, string tenant, SavedContent saved, Actor? actor = null, string? reason = null) =>
        portal.InTenantAsync(tenant, services => services.GetRequiredService<UnpublishContent>().RunAsync(saved.ContentItemId, saved.VersionId, actor ?? Editor, reason));

    public static Task<OperationResult<IReadOnlyList<ImportedContent>>> ImportAsync(this PortalApp portal, string tenant, params JsonObject[] items) =>
        portal.InTenantAsync(tenant, services => services.GetRequiredService<ImportContent>().RunAsync(items, new ImportOptions(), Editor));

    /// <summary>Saves a new item and publishes it.</summary>
    public static async Task<SavedContent> AddAsync(this PortalApp portal, string tenant, JsonObject item) =>
        (await portal.PublishAsync(tenant, (await portal.SaveAsync(tenant, item)).Value)).Value;

    /// <summary>Opens the newest version of an item, changes it, saves and publishes.</summary>
    public static async Task<SavedContent> EditAsync(this PortalApp portal, string tenant, string id, Action<JsonObject> change)
    {
        var (saved, item) = await portal.OpenAsync(tenant, id);
        change(item);
        return (await portal.PublishAsync(tenant, (await portal.SaveAsync(tenant, item, saved.VersionId)).Value)).Value;
    }

    /// <summary>The newest version of an item, as an editor opens it.</summary>
    public static Task<(SavedContent Version, JsonObject Item)> OpenAsync(this PortalApp portal, string tenant, string id) => portal.ReadAsync(tenant, async db =>
    {
        var row = await db.Set<ContentItem>().AsNoTracking().SingleAsync(row => row.Id == id);
        var version = await db.Set<ContentVersion>().AsNoTracking().SingleAsync(version => version.Id == row.LatestVersionId);
        var item = JsonNode.Parse(version.Json)!.AsObject();
        item["ContentItemId"] = id;
        item["ContentType"] = row.ContentType;
        return (new SavedContent(id, version.Id), item);
    });

    public static Task<T> ReadAsync<T>(this PortalApp portal, string tenant, Func<SiteDbContext, Task<T>> read) =>
        portal.InTenantAsync(tenant, services => read(services.GetRequiredService<SiteDbContext>()));

    public static void SetTitle(this JsonObject item, string title) => item["TitlePart"] = new JsonObject { ["Title"] = title };

    /// <summary>Sets a field as its kind stores it, such as <c>Set("Article", "Sapo", new { Text = "…" })</c>.</summary>
    public static JsonObject Set(this JsonObject item, string part, string field, object value)
    {
        var json = item[part] as JsonObject ?? (JsonObject)(item[part] = new JsonObject());
        json[field] = System.Text.Json.JsonSerializer.SerializeToNode(value);
        return item;
    }
}
