using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Operations;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Content.Settings;

/// <summary>Custom settings of a site as they are stored: an item of a type with the stereotype CustomSettings.</summary>
/// <param name="Item">Orchard Core's item JSON; without fields where nothing has been saved yet.</param>
/// <param name="Revision">Of the document; null where there is none.</param>
public sealed record CustomSettings(ContentType Type, JsonObject Item, int? Revision);

/// <summary>Replaces custom settings of the current site by what a person wrote. Scoped.</summary>
public sealed class SaveCustomSettings(
    SiteDbContext db, ContentPreparation preparation, ContentMediaRows media, SaveSiteDocument documents, DefinitionStore definitions, TimeProvider time, IStringLocalizer localizer)
{
    /// <summary>Orchard Core's permissions: one for all custom settings, and one for each type.</summary>
    public static bool MayManage(Actor actor, string name) => actor.Can(ContentPermissions.ManageCustomSettings) || actor.Can($"{ContentPermissions.ManageCustomSettings.Name}_{name}");

    /// <returns>Null when the site has no such type.</returns>
    public async Task<CustomSettings?> FindAsync(string name, CancellationToken cancellationToken)
    {
        if ((await definitions.GetAsync()).Find(name) is not { IsCustomSettings: true } type)
        {
            return null;
        }

        var document = await db.Set<SiteDocument>().AsNoTracking().FirstOrDefaultAsync(row => row.Name == SiteSettings.CustomPrefix + name, cancellationToken);
        return new CustomSettings(type, document is null ? [] : JsonNode.Parse(document.Json)!.AsObject(), document?.Revision);
    }

    /// <param name="content">The item's parts.</param>
    /// <param name="revision">Of the settings that the person saw.</param>
    /// <returns>True when something changed.</returns>
    public async Task<OperationResult<bool>> RunAsync(string name, JsonObject content, int? revision, Actor actor, CancellationToken cancellationToken)
    {
        if (await FindAsync(name, cancellationToken) is not { } known)
        {
            return new Refusal(RefusalKind.NotFound, localizer["There are no custom settings named {0}.", name]);
        }

        if (!MayManage(actor, name))
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not change “{0}”.", known.Type.DisplayName]);
        }

        var (metadata, parts) = ContentMetadata.Split(content.DeepClone().AsObject());
        metadata = metadata with { ContentType = name, ContentItemId = known.Item.Text("ContentItemId") ?? UniqueId.New() };
        var prepared = await preparation.PrepareAsync(metadata, parts, await preparation.BasisAsync(), publishing: true, time.GetUtcNow().UtcDateTime);
        if (!prepared.Succeeded)
        {
            return OperationResult<bool>.Refused(prepared.Refusals);
        }

        if (await media.CheckAsync(prepared.Value, localizer, cancellationToken) is { Count: > 0 } missing)
        {
            return OperationResult<bool>.Refused(missing);
        }

        if (known.Revision != revision)
        {
            return Stale();
        }

        var item = known.Item.DeepClone().AsObject();
        (item["ContentItemId"], item["ContentType"]) = (prepared.Value.ContentItemId, name);
        try
        {
            return await documents.RunAsync(SiteSettings.CustomPrefix + name, ItemOf(item, prepared.Value.Content), actor, cancellationToken: cancellationToken);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || revision is null)
        {
            return Stale();
        }
    }

    /// <summary>The item with other parts. What it has beside them stays, so that it travels back to an Orchard Core.</summary>
    internal static JsonObject ItemOf(JsonObject item, JsonObject parts)
    {
        var whole = new JsonObject(item.Where(member => ContentMetadata.IsMetadata(member.Key)).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        foreach (var (name, value) in parts)
        {
            whole[name] = value?.DeepClone();
        }

        return whole;
    }

    private Refusal Stale() =>
        new(RefusalKind.Conflict, localizer["Somebody else has changed these settings meanwhile. What you typed is still in the form; what was saved stands above it."]);
}
