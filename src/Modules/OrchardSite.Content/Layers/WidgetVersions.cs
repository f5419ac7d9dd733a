using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Content.Operations;
using OrchardSite.Data;

namespace OrchardSite.Content.Layers;

/// <summary>Writes the versions of a widget that stands elsewhere: of what readers see, and of the draft beside it. Scoped; inside a unit of work.</summary>
public sealed class WidgetVersions(SiteDbContext db, PrepareDraft prepare, ContentWriter writer, TimeProvider time)
{
    /// <returns>Reasons to refuse.</returns>
    public async Task<IReadOnlyList<Refusal>> WriteAsync(PlacedWidget widget, Action<JsonObject> set, Actor actor, CancellationToken cancellationToken)
    {
        var latest = widget.Item.LatestVersionId;
        if (widget.Item.PublishedVersionId is { } published
            && await WriteAsync(widget.Item.Id, published, publish: true, set, actor, cancellationToken) is { Count: > 0 } refusals)
        {
            return refusals;
        }

        return widget.Item.PublishedVersionId == latest ? [] : await WriteAsync(widget.Item.Id, latest, publish: false, set, actor, cancellationToken);
    }

    private async Task<IReadOnlyList<Refusal>> WriteAsync(string itemId, string versionId, bool publish, Action<JsonObject> set, Actor actor, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var stored = await StoredContent.ReadAsync(db, [itemId], [versionId], cancellationToken);
        var item = stored.Item(itemId)!;
        var version = await db.Set<ContentVersion>().AsNoTracking().FirstAsync(row => row.Id == versionId, cancellationToken);
        var content = new ContentEdition(item, version).Content();
        if (content["LayerMetadata"] is not JsonObject metadata)
        {
            content["LayerMetadata"] = metadata = [];
        }

        set(metadata);
        var described = new ContentMetadata(itemId, null, item.ContentType, version.DisplayText, publish, item.CreatedUtc, now, item.PublishedUtc ?? now, item.Owner, actor.Name);
        var prepared = await prepare.RunAsync(described, content, publish, now, cancellationToken);
        if (!prepared.Succeeded)
        {
            return prepared.Refusals;
        }

        return await writer.WriteAsync(
            [
                new ContentWrite(prepared.Value, item)
                {
                    Publish = publish,
                    VersionId = UniqueId.New(),
                    NewVersionNumber = stored.NextNumber(itemId),
                    Operation = nameof(PlaceWidget),
                    Owner = item.Owner,
                    Author = actor.Name,
                    AuthorId = actor.AccountId,
                    CreatedUtc = item.CreatedUtc,
                    ModifiedUtc = now,
                    Update = UpdateLine.AsBefore,
                },
            ],
            actor,
            cancellationToken);
    }
}
