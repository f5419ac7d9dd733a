using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Operations;
using OrchardSite.Data;

namespace OrchardSite.Content.Layers;

/// <summary>Where a widget is to stand and what is to be shown of it; what is null stays as it is.</summary>
public sealed record WidgetPlacement
{
    public string? Zone { get; init; }

    /// <summary>Id of the widget of that zone before which it is to stand; empty: at the end.</summary>
    public string? Before { get; init; }

    public string? Layer { get; init; }

    public bool? RenderTitle { get; init; }
}

/// <summary>
/// Places a widget, for readers at once where they see it already. A draft that waits beside the published version is placed
/// with it and stays a draft.
/// </summary>
public sealed class PlaceWidget(
    SiteDbContext db, WidgetBoard board, SiteLayers layers, WidgetVersions versions, IStringLocalizer localizer)
{
    /// <param name="versionId">The newest version that the person saw; refused when there is a newer one.</param>
    public async Task<OperationResult<PlacedWidget>> RunAsync(string itemId, string versionId, WidgetPlacement wanted, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!actor.Can(LayerPermissions.ManageLayers))
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not place widgets."]);
        }

        await using var work = await db.BeginAsync(cancellationToken);
        var all = await board.WidgetsAsync(cancellationToken);
        if (all.FirstOrDefault(one => one.Item.Id == itemId) is not { } widget)
        {
            return new Refusal(RefusalKind.NotFound, localizer["There is no such widget."]);
        }

        if (widget.Item.LatestVersionId != versionId)
        {
            return Stale(widget);
        }

        if (await RefuseAsync(widget, wanted, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var zone = wanted.Zone ?? widget.Zone;
        var others = all.Where(one => one.Zone == zone && one.Item.Id != itemId).ToArray();
        if (wanted.Before is { Length: > 0 } before && others.All(one => one.Item.Id != before))
        {
            return new Refusal(RefusalKind.Conflict, localizer["The widgets of this zone have been moved meanwhile. Look at it again, then move “{0}”.", widget.Item.LatestText]);
        }

        var isMoved = wanted.Before is not null || zone != widget.Zone;
        var places = isMoved ? Places(others, widget, wanted.Before) : [(widget, widget.Position)];
        foreach (var (one, position) in places)
        {
            var change = one == widget ? wanted with { Zone = zone } : new WidgetPlacement();
            if (await versions.WriteAsync(one, metadata => Set(metadata, change, position), actor, cancellationToken) is { Count: > 0 } refusals)
            {
                return OperationResult<PlacedWidget>.Refused(refusals);
            }
        }

        return await work.CommitAsync(widget, localizer, cancellationToken);
    }

    private async Task<Refusal?> RefuseAsync(PlacedWidget widget, WidgetPlacement wanted, CancellationToken cancellationToken)
    {
        if (wanted.Zone is { } zone && zone != widget.Zone && !(await board.ZonesAsync()).Contains(zone))
        {
            return new Refusal(RefusalKind.Invalid, localizer["The theme has no zone named “{0}”.", zone], "Zone");
        }

        return wanted.Layer is { } layer && layer != widget.Layer && (await layers.ReadAsync(cancellationToken)).Find(layer) is null
            ? new Refusal(RefusalKind.Invalid, localizer["There is no layer named “{0}”.", layer], "Layer")
            : null;
    }

    // One new version where there is room between the neighbours; where they stand at the same place, the whole zone is numbered anew.
    private static IReadOnlyList<(PlacedWidget Widget, double Position)> Places(PlacedWidget[] others, PlacedWidget widget, string? before)
    {
        var index = string.IsNullOrEmpty(before) ? others.Length : Array.FindIndex(others, one => one.Item.Id == before);
        double? former = index > 0 ? others[index - 1].Position : null;
        double? next = index < others.Length ? others[index].Position : null;
        var position = (former, next) switch
        {
            (null, null) => 1,
            (null, { } after) => after - 1,
            ({ } ahead, null) => ahead + 1,
            ({ } ahead, { } after) => (ahead + after) / 2,
        };
        if ((former is null || former < position) && (next is null || position < next))
        {
            return [(widget, position)];
        }

        var order = others.ToList();
        order.Insert(index, widget);
        return [.. order.Select((one, place) => (one, place + 1.0)).Where(pair => pair.one == widget || pair.one.Position != pair.Item2)];
    }

    private static void Set(JsonObject metadata, WidgetPlacement wanted, double position)
    {
        metadata["Position"] = position;
        if (wanted.Zone is not null)
        {
            metadata["Zone"] = wanted.Zone;
        }

        if (wanted.Layer is not null)
        {
            metadata["Layer"] = wanted.Layer;
        }

        if (wanted.RenderTitle is { } shown)
        {
            metadata["RenderTitle"] = shown;
        }
    }

    private Refusal Stale(PlacedWidget widget) =>
        new(RefusalKind.Conflict, localizer["“{0}” has been changed meanwhile; this page shows it as it is now. Do what you wanted once more.", widget.Item.LatestText]);
}
