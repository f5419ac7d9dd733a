using System.Globalization;
using Microsoft.Extensions.Localization;
using OrchardSite.Content;
using OrchardSite.Content.Definitions;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Theming;

namespace OrchardSite.Directives;

/// <summary>What every display of a directive shows, from memory alone: lists draw many.</summary>
internal sealed class DirectiveFacts(TenantCache<ContentDefinitions> definitions, TenantCache<DirectiveEffects> effects, IStringLocalizer localizer)
{
    public async ValueTask<DirectiveVocabulary> VocabularyAsync(PageRendering page) => new(await definitions.GetAsync(page.Tenant!.Id));

    /// <summary>Sets number, type and validity.</summary>
    public async ValueTask SetAsync(Shape shape, ContentView item, PageRendering page)
    {
        var directive = DirectiveData.Of(item);
        shape["Number"] = directive.Number;
        shape["TypeName"] = (await VocabularyAsync(page)).TypeName(directive.DocumentType);
        shape["Validity"] = await ValidityAsync(item.Id, directive.Force, page.Today, page);
        // Another directive may end the force of this one, and be named by it.
        page.Shows(CacheTag.ListOf(DirectiveData.ContentType));
    }

    /// <summary>The validity of a directive on a day.</summary>
    public async ValueTask<Shape> ValidityAsync(string itemId, ForcePeriod force, DateOnly day, PageRendering page) =>
        ShapeOf(DirectiveValidity.On(day, itemId, force, await effects.GetAsync(page.Tenant!.Id)));

    /// <summary>From which day on a directive has had which validity; more than one line only where it changes.</summary>
    public async ValueTask<Shape[]> HistoryAsync(string itemId, ForcePeriod force, PageRendering page)
    {
        var history = DirectiveValidity.History(itemId, force, await effects.GetAsync(page.Tenant!.Id)).Where(change => change.From > DateOnly.MinValue).ToArray();
        return [.. history.Select(change => new Shape { ["From"] = change.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), ["Validity"] = ShapeOf(change.Validity) })];
    }

    private Shape ShapeOf(Validity validity) => new() { ["Code"] = CodeOf(validity), ["Name"] = NameOf(CodeOf(validity), localizer) };

    /// <summary>The word for a validity in addresses and styles.</summary>
    public static string CodeOf(Validity validity) => validity switch
    {
        Validity.NotYetInForce => "not-yet-in-force",
        Validity.PartlyInForce => "partly-in-force",
        Validity.Suspended => "suspended",
        Validity.NoLongerInForce => "no-longer-in-force",
        _ => "in-force",
    };

    public static string NameOf(string code, IStringLocalizer localizer) => code switch
    {
        "not-yet-in-force" => localizer["Not yet in force"],
        "partly-in-force" => localizer["Partly in force"],
        "suspended" => localizer["Force suspended"],
        "no-longer-in-force" => localizer["No longer in force"],
        "in-force" => localizer["In force"],
        _ => code,
    };
}
