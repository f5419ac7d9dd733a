using System.Text.Json.Nodes;
using OrchardSite.Content;
using OrchardSite.Content.Definitions;
using OrchardSite.Directives.Units;

namespace OrchardSite.Directives.Delivery;

/// <summary>One line of a directive's recipients: units by name, or all of a kind, in one role.</summary>
/// <param name="Position">From 0, in the order in which they were entered.</param>
/// <param name="Group">Code of a kind of units, or <see cref="AllUnits"/>; null: none but those by name.</param>
public sealed record RecipientData(int Position, string Role, IReadOnlyList<string> UnitIds, string? Group)
{
    /// <summary>Name of the part that holds the recipients.</summary>
    public const string Part = "Recipients";

    public const string AllUnits = "TatCa";

    internal const string ContentType = "DirectiveRecipient";

    // Whoever leads is not also told that they assist: of several lines the first of these counts.
    private static readonly string[] RoleOrder = [DeliveryRoles.Lead, DeliveryRoles.Assist, DeliveryRoles.Inform];

    public static IEnumerable<RecipientData> Of(ContentDraft draft) => (draft.Content[Part] as JsonObject)?["ContentItems"] is JsonArray items
        ? items.Select((item, position) => Read(position, (item as JsonObject)?[ContentType] as JsonObject))
        : [];

    /// <summary>JSON path of a field of the line inside its directive.</summary>
    public string PathOf(string field) => $"{Part}.ContentItems[{Position}].{ContentType}.{field}";

    /// <summary>The units that the lines mean on a day, each once with its role.</summary>
    public static IReadOnlyDictionary<string, string> Roles(IEnumerable<RecipientData> lines, IReadOnlyDictionary<string, Unit> units, DateOnly day)
    {
        var roles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.OrderBy(line => Array.IndexOf(RoleOrder, line.Role)))
        {
            foreach (var id in line.UnitIds.Where(units.ContainsKey))
            {
                roles.TryAdd(id, line.Role);
            }

            // A kind means those that there are; only who is named alone and is gone is an error.
            foreach (var unit in units.Values.Where(unit => line.Group is not null && unit.ExistsOn(day) && (line.Group == AllUnits || unit.Kind == line.Group)))
            {
                roles.TryAdd(unit.Id, line.Role);
            }
        }

        return roles;
    }

    private static RecipientData Read(int position, JsonObject? line) => new(
        position,
        (line?["Role"] as JsonObject).Text("Text") ?? DeliveryRoles.Inform,
        [.. ((line?["Units"] as JsonObject)?["ContentItemIds"] as JsonArray ?? []).OfType<JsonValue>().Select(value => value.TryGetValue<string>(out var id) ? id : "").Where(id => id.Length > 0)],
        (line?["Group"] as JsonObject).Text("Text") is { Length: > 0 } group ? group : null);
}

/// <summary>What a directive wants of a unit; the codes of the definition.</summary>
public static class DeliveryRoles
{
    public const string Lead = "ChuTri";

    public const string Assist = "PhoiHop";

    /// <summary>For information: confirming that it came is all there is to do.</summary>
    public const string Inform = "DeBiet";
}
