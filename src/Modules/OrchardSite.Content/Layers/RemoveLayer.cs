using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;
using OrchardSite.Tenants;

namespace OrchardSite.Content.Layers;

/// <summary>Removes a layer that no widget belongs to.</summary>
public sealed class RemoveLayer(SiteLayers layers, WidgetBoard board, SaveSiteDocument documents, IStringLocalizer localizer)
{
    private const int MostNamed = 10;

    /// <param name="revision">Of the layers that the person saw.</param>
    public async Task<OperationResult<string>> RunAsync(string name, int? revision, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!actor.Can(LayerPermissions.ManageLayers))
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not change layers."]);
        }

        var known = await layers.ReadAsync(cancellationToken);
        if (known.Find(name) is null)
        {
            return new Refusal(RefusalKind.NotFound, localizer["There is no layer named “{0}”.", name]);
        }

        if (known.Revision != revision)
        {
            return SaveLayer.Stale(localizer);
        }

        var users = (await board.WidgetsAsync(cancellationToken)).Where(widget => widget.Layer == name).Select(widget => $"“{widget.Item.LatestText}”").ToArray();
        if (users.Length > 0)
        {
            return new Refusal(RefusalKind.Conflict, localizer["The layer “{0}” still has widgets: {1}. Give them another layer first.", name, string.Join(", ", users.Take(MostNamed)) + (users.Length > MostNamed ? ", …" : "")]);
        }

        known.Json.Remove(known.Json.First(layer => (layer as JsonObject).Text("Name") == name));
        return await documents.WriteAsync(known, name, actor, localizer, cancellationToken);
    }
}
