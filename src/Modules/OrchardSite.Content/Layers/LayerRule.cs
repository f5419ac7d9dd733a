using System.Text.Json.Nodes;
using OrchardSite.Content.Definitions;

namespace OrchardSite.Content.Layers;

/// <summary>Orchard Core's rule of a layer: on which pages it is active. All of its conditions must hold.</summary>
public sealed class LayerRule
{
    private readonly Func<LayerPage, bool>[] _conditions;

    private LayerRule(Func<LayerPage, bool>[] conditions, bool asksForRoles) => (_conditions, AsksForRoles) = (conditions, asksForRoles);

    /// <summary>True when it must be known which roles the reader has.</summary>
    public bool AsksForRoles { get; }

    public bool Holds(LayerPage page) => Array.TrueForAll(_conditions, condition => condition(page));

    /// <summary>A rule without conditions never holds, as in Orchard Core.</summary>
    public static LayerRule Read(JsonObject? json)
    {
        var conditions = Inner(json);
        return new LayerRule(conditions.Length == 0 ? [_ => false] : conditions, Asks(json));
    }

    /// <summary>The first condition of a kind that the portal does not know.</summary>
    public static JsonObject? Unsupported(JsonObject? rule)
    {
        foreach (var condition in Conditions(rule))
        {
            if (ReadCondition(condition) is null)
            {
                return condition;
            }

            if (Unsupported(condition) is { } inner)
            {
                return inner;
            }
        }

        return null;
    }

    internal static IEnumerable<JsonObject> Conditions(JsonObject? json) => (json?["Conditions"] as JsonArray ?? []).OfType<JsonObject>();

    // Orchard Core writes a .NET type name: OrchardCore.Rules.Models.HomepageCondition, OrchardCore.Rules.
    internal static string? KindOf(JsonObject? json) => json.Text("$type")?.Split(',')[0].Split('.')[^1] ?? json.Text("Name");

    private static bool Asks(JsonObject? json) => KindOf(json) == "RoleCondition" || Conditions(json).Any(Asks);

    private static Func<LayerPage, bool>[] Inner(JsonObject? json) => [.. Conditions(json).Select(ReadCondition).OfType<Func<LayerPage, bool>>()];

    private static Func<LayerPage, bool>? ReadCondition(JsonObject json)
    {
        var wanted = json.Flag("Value");
        var value = json.Text("Value") ?? "";
        var operation = KindOf(json["Operation"] as JsonObject);
        switch (KindOf(json))
        {
            case "BooleanCondition":
                return _ => wanted;
            case "HomepageCondition":
                return page => page.IsHomepage == wanted;
            case "CultureCondition":
                return page => page.Culture == value;
            case "IsAuthenticatedCondition":
                return page => page.IsSignedIn;
            case "IsAnonymousCondition":
                return page => !page.IsSignedIn;
            case "UrlCondition" when TextOperator.Find(operation) is { } test:
                var url = value.StartsWith("~/", StringComparison.Ordinal) ? value[1..] : value;
                return page => test.Holds(page.Path, url);
            case "ContentTypeCondition" when TextOperator.Find(operation) is { } test:
                return page => page.ContentType is { } type ? test.Holds(type, value) : test.IsNegative;
            case "RoleCondition" when TextOperator.Find(operation) is { } test:
                // As in Orchard Core: "is not" must be true of every role.
                return page => test.IsNegative ? page.Roles.All(role => test.Holds(role, value)) : page.Roles.Any(role => test.Holds(role, value));
            case "AllConditionGroup":
                var all = Inner(json);
                return page => Array.TrueForAll(all, condition => condition(page));
            case "AnyConditionGroup":
                var any = Inner(json);
                return page => Array.Exists(any, condition => condition(page));
            default:
                return null;
        }
    }
}
