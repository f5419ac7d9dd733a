using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Layers;
using OrchardSite.Content.Operations;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Content.Pages.Admin;

/// <summary>The zones of the theme with the widgets in them, and the layers that say on which pages those are shown.</summary>
public sealed class LayersModel(WidgetBoard board, SiteLayers layers, PlaceWidget place, LayerCheck check, SiteDbContext db, IStringLocalizer localizer) : AdminPage
{
    /// <summary>Id of the widget that was moved just now; its button is where the keyboard goes on.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Moved { get; set; }

    /// <summary>The button that moved it: <c>up</c> or <c>down</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? By { get; set; }

    /// <summary>An address of which it is asked what would be shown there.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Address { get; set; }

    /// <summary>Role of the reader who is asked about; empty for one who is not signed in.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Role { get; set; }

    public IReadOnlyList<(string Name, IReadOnlyList<PlacedWidget> Widgets)> Zones { get; private set; } = [];

    /// <summary>Zones in which widgets can be placed; the others are those that the theme no longer has.</summary>
    public IReadOnlyList<string> ThemeZones { get; private set; } = [];

    public IReadOnlyList<ContentType> Types { get; private set; } = [];

    public IReadOnlyList<(StoredLayer Layer, string Sentence, int Widgets)> Layers { get; private set; } = [];

    public IReadOnlyList<string> Roles { get; private set; } = [];

    public CheckedAddress? Checked { get; private set; }

    protected override Permission Needed => LayerPermissions.ManageLayers;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        if (Address?.Trim() is { Length: > 0 } address)
        {
            Checked = await check.RunAsync(address, HttpContext.Tenant().PathBase, Role ?? "");
        }

        return Page();
    }

    /// <param name="before">Id of the widget before which it is to stand; empty: at the end of the zone.</param>
    public Task<IActionResult> OnPostMoveAsync(string? id, string? version, string? zone, string? before, string? by, CancellationToken cancellationToken) =>
        PlaceAsync(id, version, new WidgetPlacement { Zone = zone, Before = before ?? "" }, by, cancellationToken);

    public Task<IActionResult> OnPostPlaceAsync(string? id, string? version, string? zone, string? layer, bool renderTitle, CancellationToken cancellationToken) =>
        PlaceAsync(id, version, new WidgetPlacement { Zone = zone, Layer = layer, RenderTitle = renderTitle }, null, cancellationToken);

    public async Task<IActionResult> OnPostAddAsync([FromServices] AddWidget add, string? type, string? zone, string? layer, string? title, CancellationToken cancellationToken)
    {
        var added = await add.RunAsync(type ?? "", zone ?? "", layer ?? "", title?.Trim() ?? "", Actor, cancellationToken);
        if (!added.Succeeded)
        {
            return await AgainAsync(added.Refusals, cancellationToken);
        }

        Notice = localizer["The widget is added as a draft. Fill it in and publish it: then readers see it."];
        return LocalRedirect(Url.Content($"~/Admin/Contents/ContentItems/{added.Value.ContentItemId}/Edit"));
    }

    public async Task<IActionResult> OnPostPublishAsync([FromServices] PublishContent publish, string? id, string? version, CancellationToken cancellationToken) =>
        await DoneAsync(await publish.RunAsync(id ?? "", version ?? "", Actor, cancellationToken: cancellationToken), localizer["The widget is shown to readers now."], cancellationToken);

    public async Task<IActionResult> OnPostUnpublishAsync([FromServices] UnpublishContent unpublish, string? id, string? version, CancellationToken cancellationToken) =>
        await DoneAsync(await unpublish.RunAsync(id ?? "", version ?? "", Actor, cancellationToken: cancellationToken), localizer["Readers no longer see the widget; it is still here."], cancellationToken);

    public async Task<IActionResult> OnPostRemoveAsync([FromServices] DeleteContent delete, string? id, string? version, CancellationToken cancellationToken) =>
        await DoneAsync(await delete.RunAsync(id ?? "", version ?? "", Actor, cancellationToken), localizer["The widget is in the bin, from where it can be restored."], cancellationToken);

    private async Task<IActionResult> PlaceAsync(string? id, string? version, WidgetPlacement wanted, string? by, CancellationToken cancellationToken)
    {
        var placed = await place.RunAsync(id ?? "", version ?? "", wanted, Actor, cancellationToken);
        if (!placed.Succeeded)
        {
            return await AgainAsync(placed.Refusals, cancellationToken);
        }

        Notice = localizer["“{0}” is placed in the zone {1}.", placed.Value.Item.LatestText, wanted.Zone ?? placed.Value.Zone];
        // Where the address names a place in the page, browsers leave the keyboard at its beginning: a button that was pressed is found again without.
        return LocalRedirect(Url.Content("~/Admin/Layers") + QueryString.Create("moved", id ?? "").Add("by", by ?? "") + (by is null ? "#widget-" + id : ""));
    }

    private async Task<IActionResult> DoneAsync(OperationResult<SavedContent> result, string notice, CancellationToken cancellationToken)
    {
        if (!result.Succeeded)
        {
            return await AgainAsync(result.Refusals, cancellationToken);
        }

        Notice = notice;
        return LocalRedirect(Url.Content("~/Admin/Layers"));
    }

    private async Task<IActionResult> AgainAsync(IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        await ShowAsync(cancellationToken);
        return Refused(refusals);
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var widgets = await board.WidgetsAsync(cancellationToken);
        ThemeZones = await board.ZonesAsync();
        Types = await board.TypesAsync();
        Zones = [.. ThemeZones.Concat(widgets.Select(widget => widget.Zone).Order(StringComparer.Ordinal)).Distinct().Select(zone => (zone, (IReadOnlyList<PlacedWidget>)[.. widgets.Where(widget => widget.Zone == zone)]))];
        Layers =
        [
            .. (await layers.ReadAsync(cancellationToken)).Layers
                .Select(layer => (layer, RuleWords.Sentence(localizer, RuleNode.Read(layer.Rule)), widgets.Count(widget => widget.Layer == layer.Name))),
        ];
        Roles = await db.Set<Users.Roles.Role>().AsNoTracking()
            .Where(role => role.Name != Users.Roles.Role.OfEverybody && role.Name != Users.Roles.Role.OfEveryMember)
            .OrderBy(role => role.Name).Select(role => role.Name).ToListAsync(cancellationToken);
    }
}
