using Microsoft.Extensions.Localization;

namespace OrchardSite.Content.Layers;

/// <summary>Says in words of the person's language what a rule of a layer means.</summary>
internal static class RuleWords
{
    /// <summary>Kinds of conditions with their names in English, translated where they are shown.</summary>
    public static IReadOnlyList<(string Kind, string Name)> Kinds { get; } =
    [
        ("BooleanCondition", "Every page, or none"),
        ("HomepageCondition", "Home page"),
        ("UrlCondition", "Address of the page"),
        ("ContentTypeCondition", "Content type of the page"),
        ("CultureCondition", "Language of the page"),
        ("IsAnonymousCondition", "Reader is not signed in"),
        ("IsAuthenticatedCondition", "Reader is signed in"),
        ("RoleCondition", "Role of the reader"),
        ("AllConditionGroup", "Group: all of these"),
        ("AnyConditionGroup", "Group: at least one of these"),
    ];

    public static string Sentence(IStringLocalizer localizer, RuleNode rule) => rule.Children.Count == 0
        ? localizer["Its widgets are shown on no page: the rule has no condition."]
        : localizer["Its widgets are shown {0}.", Joined(localizer, rule)];

    private static string Joined(IStringLocalizer localizer, RuleNode group) =>
        string.Join(group.Kind == "AnyConditionGroup" ? localizer[" or "] : localizer[" and "], group.Children.Select(child => Of(localizer, child, group.Children.Count > 1)));

    private static string Of(IStringLocalizer localizer, RuleNode node, bool isOneOfMany) => node.Kind switch
    {
        "BooleanCondition" => node.Value == "true" ? localizer["on every page"] : localizer["on no page"],
        "HomepageCondition" => node.Value == "true" ? localizer["on the home page"] : localizer["on every page but the home page"],
        "CultureCondition" => localizer["on pages in the language “{0}”", node.Value],
        "IsAuthenticatedCondition" => localizer["to readers who are signed in"],
        "IsAnonymousCondition" => localizer["to readers who are not signed in"],
        "UrlCondition" => localizer["where the address {0}", Compared(localizer, node)],
        "ContentTypeCondition" => localizer["where the content type of the page {0}", Compared(localizer, node)],
        "RoleCondition" => localizer["to readers whose role {0}", Compared(localizer, node)],
        "AllConditionGroup" when node.Children.Count == 0 => localizer["on every page"],
        "AnyConditionGroup" when node.Children.Count == 0 => localizer["on no page"],
        _ when node.IsGroup => isOneOfMany && node.Children.Count > 1 ? $"({Joined(localizer, node)})" : Joined(localizer, node),
        _ => localizer["where a condition holds that the portal does not know ({0})", node.Kind],
    };

    private static string Compared(IStringLocalizer localizer, RuleNode node) => TextOperator.Find(node.Operator) is { } test ? localizer[test.Phrase, node.Value] : "?";
}
