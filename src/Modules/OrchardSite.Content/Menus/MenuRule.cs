using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;

namespace OrchardSite.Content.Menus;

/// <summary>Each entry of a menu once: none below itself.</summary>
internal sealed class MenuRule(IStringLocalizer localizer) : IContentRule
{
    private const string List = "MenuItemsListPart";

    public string ContentType => "Menu";

    public IEnumerable<Refusal> Check(ContentDraft draft, bool publishing) => Check(draft.Content, List, [], new HashSet<string>(StringComparer.Ordinal));

    private IEnumerable<Refusal> Check(JsonObject json, string path, string[] above, HashSet<string> seen)
    {
        foreach (var (index, entry) in ((json[List] as JsonObject)?["MenuItems"] as JsonArray ?? []).OfType<JsonObject>().Index())
        {
            var (id, title, place) = (entry.Text("ContentItemId") ?? "", (entry["TitlePart"] as JsonObject).Text("Title") ?? "", $"{path}.MenuItems[{index}]");
            if (!seen.Add(id))
            {
                yield return new Refusal(RefusalKind.Invalid, above.Contains(id) ? localizer["“{0}” cannot stand below itself.", title] : localizer["“{0}” stands in two places.", title], place);
            }

            foreach (var refusal in Check(entry, $"{place}.{List}", [.. above, id], seen))
            {
                yield return refusal;
            }
        }
    }
}
