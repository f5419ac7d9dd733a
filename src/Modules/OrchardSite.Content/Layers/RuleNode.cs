using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using OrchardSite.Content.Definitions;

namespace OrchardSite.Content.Layers;

/// <summary>A condition of a layer's rule while it is being put together in a form; the rule itself is the root.</summary>
public sealed class RuleNode
{
    /// <summary>Conditions in one rule.</summary>
    public const int MostNodes = 40;

    /// <summary>Groups within groups.</summary>
    public const int DeepestGroup = 3;

    public const int LongestValue = 500;

    private const string Namespace = "OrchardCore.Rules.Models.";
    private const string Assembly = "OrchardCore.Rules";

    /// <summary>Orchard Core's name, such as <c>UrlCondition</c>; empty for the rule itself.</summary>
    public string Kind { get; init; } = "";

    public string Id { get; init; } = "";

    public string Operator { get; init; } = "";

    /// <summary><c>true</c> or <c>false</c> where it is one of the two.</summary>
    public string Value { get; init; } = "";

    public List<RuleNode> Children { get; } = [];

    public bool IsGroup => Kind is "" or "AllConditionGroup" or "AnyConditionGroup";

    public bool IsChoice => Kind is "BooleanCondition" or "HomepageCondition";

    public bool HasOperator => Kind is "UrlCondition" or "ContentTypeCondition" or "RoleCondition";

    public bool HasText => HasOperator || Kind == "CultureCondition";

    public static RuleNode Read(JsonObject? rule)
    {
        var node = new RuleNode { Id = rule.Text("ConditionId") ?? "" };
        node.Children.AddRange(LayerRule.Conditions(rule).Select(ReadCondition));
        return node;
    }

    /// <summary>Reads what a form has sent; the inputs of a condition end with its place, such as <c>kind:0.1</c>.</summary>
    public static RuleNode Read(IFormCollection form)
    {
        var node = new RuleNode { Id = form["id:"].ToString() };
        ReadChildren(form, node, "", 0);
        return node;
    }

    public static RuleNode New(string kind) => new() { Kind = kind, Value = kind is "BooleanCondition" or "HomepageCondition" ? "true" : "", Operator = TextOperator.All[0].Name };

    /// <summary>The place of a child in its form.</summary>
    public static string PlaceOf(string parent, int index) => parent.Length == 0 ? $"{index}" : $"{parent}.{index}";

    /// <summary>The group at a place; null where there is none.</summary>
    public RuleNode? Find(string place)
    {
        var node = this;
        foreach (var part in place.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(part, out var index) || index < 0 || index >= node.Children.Count)
            {
                return null;
            }

            node = node.Children[index];
        }

        return node;
    }

    public void Remove(string place)
    {
        var cut = place.LastIndexOf('.');
        if (Find(place) is { } node && Find(cut < 0 ? "" : place[..cut]) is { } parent)
        {
            parent.Children.Remove(node);
        }
    }

    public IEnumerable<RuleNode> All() => Children.SelectMany(child => child.All()).Prepend(this);

    public int Depth() => Children.Where(child => child.IsGroup).Select(child => child.Depth() + 1).DefaultIfEmpty(0).Max();

    /// <summary>Orchard Core's JSON.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject();
        if (Kind.Length > 0)
        {
            json["$type"] = $"{Namespace}{Kind}, {Assembly}";
            json["Name"] = Kind;
        }

        if (IsChoice)
        {
            json["Value"] = Value == "true";
        }
        else if (HasText)
        {
            json["Value"] = Value;
        }

        if (HasOperator)
        {
            json["Operation"] = new JsonObject { ["$type"] = $"{Namespace}{Operator}, {Assembly}" };
        }

        if (IsGroup)
        {
            json["Conditions"] = new JsonArray([.. Children.Select(child => child.ToJson())]);
        }

        json["ConditionId"] = Id.Length is > 0 and <= UniqueId.Length ? Id : UniqueId.New();
        return json;
    }

    private static RuleNode ReadCondition(JsonObject json)
    {
        var node = new RuleNode
        {
            Kind = LayerRule.KindOf(json) ?? "?",
            Id = json.Text("ConditionId") ?? "",
            Operator = LayerRule.KindOf(json["Operation"] as JsonObject) ?? "",
            Value = json.Text("Value") ?? (json.Flag("Value") ? "true" : "false"),
        };
        node.Children.AddRange(LayerRule.Conditions(json).Select(ReadCondition));
        return node;
    }

    // One more than may be saved, so that the saving refuses it.
    private static void ReadChildren(IFormCollection form, RuleNode node, string parent, int depth)
    {
        for (var index = 0; index <= MostNodes && depth <= DeepestGroup + 1; index++)
        {
            var place = PlaceOf(parent, index);
            if (form["kind:" + place].ToString() is not { Length: > 0 } kind)
            {
                return;
            }

            var child = new RuleNode { Kind = kind, Id = form["id:" + place].ToString(), Operator = form["op:" + place].ToString(), Value = form["value:" + place].ToString().Trim() };
            ReadChildren(form, child, place, depth + 1);
            node.Children.Add(child);
        }
    }
}
