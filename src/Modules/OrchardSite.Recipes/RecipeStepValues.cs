using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;

namespace OrchardSite.Recipes;

/// <summary>Reads values of a step; one of the wrong kind becomes an error with its JSON path.</summary>
public static class RecipeStepValues
{
    /// <exception cref="RecipeException">The member is missing, empty or no text.</exception>
    public static string Text(this RecipeStep step, JsonObject parent, string name, IStringLocalizer localizer) =>
        step.OptionalText(parent, name, localizer) is { Length: > 0 } text
            ? text
            : throw step.Error(parent, localizer["{0} is missing.", name]);

    /// <exception cref="RecipeException">The member is no text.</exception>
    public static string? OptionalText(this RecipeStep step, JsonObject parent, string name, IStringLocalizer localizer) =>
        parent[name] is { } node ? step.TextOf(node, localizer) : null;

    /// <exception cref="RecipeException">The node is no text.</exception>
    public static string TextOf(this RecipeStep step, JsonNode node, IStringLocalizer localizer) =>
        node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : throw step.Error(node, localizer["A text is expected here."]);

    /// <summary>The texts of a list with their nodes; none when the list is missing.</summary>
    /// <exception cref="RecipeException">The member is no list, or something in it is no text.</exception>
    public static IReadOnlyList<(string Text, JsonNode Node)> Texts(this RecipeStep step, JsonObject parent, string name, IStringLocalizer localizer) =>
        step.Items(parent, name, localizer).ConvertAll(node => (step.TextOf(node, localizer), node));

    /// <summary>The objects of a list; none when the list is missing.</summary>
    /// <exception cref="RecipeException">The member is no list, or something in it is no object.</exception>
    public static IReadOnlyList<JsonObject> Objects(this RecipeStep step, JsonObject parent, string name, IStringLocalizer localizer) =>
        step.Items(parent, name, localizer).ConvertAll(node => node as JsonObject ?? throw step.Error(node, localizer["An object is expected here."]));

    private static List<JsonNode> Items(this RecipeStep step, JsonObject parent, string name, IStringLocalizer localizer) => parent[name] switch
    {
        null => [],
        JsonArray items => [.. items.Select(node => node ?? throw step.Error(items, localizer["The list has an empty place."]))],
        var other => throw step.Error(other, localizer["A list is expected here."]),
    };
}
