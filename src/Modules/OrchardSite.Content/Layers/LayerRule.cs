using System.Text.Json.Nodes;
using OrchardSite.Content.Definitions;
using OrchardSite.Theming;

namespace OrchardSite.Content.Layers;

/// <summary>Orchard Core's rule of a layer: on which pages it is active. All of its conditions must hold.</summary>
internal sealed class LayerRule
{
    private readonly Func<PageRendering, bool>[] _conditions;

    private LayerRule(Func<PageRendering, bool>[] conditions) => _conditions = conditions;

    public bool Holds(PageRendering page) => Array.TrueForAll(_conditions, condition => condition(page));

    /// <summary>A rule without conditions never holds, as in Orchard Core.</summary>
    public static LayerRule Read(JsonObject? json)
    {
        var conditions = Conditions(json).Select(ReadCondition).OfType<Func<PageRendering, bool>>().ToArray();
        return new LayerRule(conditions.Length == 0 ? [_ => false] : conditions);
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

    private static IEnumerable<JsonObject> Conditions(JsonObject? json) => (json?["Conditions"] as JsonArray ?? []).OfType<JsonObject>();

    private static Func<PageRendering, bool>? ReadCondition(JsonObject json)
    {
        var wanted = json.Flag("Value");
        var value = json.Text("Value") ?? "";
        switch (KindOf(json))
        {
            case "BooleanCondition":
                return _ => wanted;
            case "HomepageCondition":
                return page => page.IsHomepage == wanted;
            case "CultureCondition":
                return page => page.Culture.Name == value;
            case "UrlCondition" when UrlTest(json["Operation"] as JsonObject, value) is { } test:
                return page => test(page.Path);
            case "AllConditionGroup":
                var all = Conditions(json).Select(ReadCondition).OfType<Func<PageRendering, bool>>().ToArray();
                return page => Array.TrueForAll(all, condition => condition(page));
            case "AnyConditionGroup":
                var any = Conditions(json).Select(ReadCondition).OfType<Func<PageRendering, bool>>().ToArray();
                return page => Array.Exists(any, condition => condition(page));
            default:
                return null;
        }
    }

    private static Func<string, bool>? UrlTest(JsonObject? operation, string value)
    {
        var url = value.StartsWith("~/", StringComparison.Ordinal) ? value[1..] : value;
        return KindOf(operation) switch
        {
            "StringEqualsOperator" => path => string.Equals(path, url, StringComparison.OrdinalIgnoreCase),
            "StringNotEqualsOperator" => path => !string.Equals(path, url, StringComparison.OrdinalIgnoreCase),
            "StringStartsWithOperator" => path => path.StartsWith(url, StringComparison.OrdinalIgnoreCase),
            "StringNotStartsWithOperator" => path => !path.StartsWith(url, StringComparison.OrdinalIgnoreCase),
            "StringEndsWithOperator" => path => path.EndsWith(url, StringComparison.OrdinalIgnoreCase),
            "StringContainsOperator" => path => path.Contains(url, StringComparison.OrdinalIgnoreCase),
            _ => null,
        };
    }

    // Orchard Core writes a .NET type name: OrchardCore.Rules.Models.HomepageCondition, OrchardCore.Rules.
    private static string? KindOf(JsonObject? json) => json.Text("$type")?.Split(',')[0].Split('.')[^1] ?? json.Text("Name");
}
