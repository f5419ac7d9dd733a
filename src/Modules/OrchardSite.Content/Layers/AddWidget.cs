using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Editing;
using OrchardSite.Content.Operations;

namespace OrchardSite.Content.Layers;

/// <summary>Adds a widget at the end of a zone, as a draft that is filled in next.</summary>
public sealed class AddWidget(WidgetBoard board, SiteLayers layers, SaveContent save, IStringLocalizer localizer)
{
    /// <param name="title">Empty: the name of its type.</param>
    public async Task<OperationResult<SavedContent>> RunAsync(string type, string zone, string layer, string title, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!actor.Can(LayerPermissions.ManageLayers))
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not place widgets."]);
        }

        if ((await board.TypesAsync()).FirstOrDefault(one => one.Name == type) is not { } known)
        {
            return new Refusal(RefusalKind.Invalid, localizer["There is no kind of widget named “{0}”.", type], "Type");
        }

        if (!(await board.ZonesAsync()).Contains(zone))
        {
            return new Refusal(RefusalKind.Invalid, localizer["The theme has no zone named “{0}”.", zone], "Zone");
        }

        if ((await layers.ReadAsync(cancellationToken)).Find(layer) is null)
        {
            return new Refusal(RefusalKind.Invalid, localizer["There is no layer named “{0}”.", layer], "Layer");
        }

        var last = (await board.WidgetsAsync(cancellationToken)).Where(widget => widget.Zone == zone).Select(widget => widget.Position).DefaultIfEmpty(0).Max();
        var item = ItemFormReader.Defaults(known);
        item["ContentType"] = type;
        item["TitlePart"] = new JsonObject { ["Title"] = title.Length > 0 ? title : known.DisplayName };
        item["LayerMetadata"] = new JsonObject { ["RenderTitle"] = true, ["Position"] = last + 1, ["Zone"] = zone, ["Layer"] = layer };
        return await save.RunAsync(new ContentEdit(item, null), actor, cancellationToken);
    }
}
