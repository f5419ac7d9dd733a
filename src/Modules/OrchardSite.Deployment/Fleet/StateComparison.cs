using System.Text.Json;
using System.Text.Json.Nodes;
using OrchardSite.Text;

namespace OrchardSite.Deployment.Fleet;

/// <summary>Finds where two states of a site differ, down to the single setting.</summary>
internal sealed class StateComparison
{
    private const int LongestValue = 500;
    private const string Hidden = "•••";

    // What things in lists are known by, in Orchard Core's words.
    private static readonly string[] Keys = ["Name", "ContentItemId", "Id", "UniqueId"];

    private static readonly string[] Secrets = ["password", "secret", "token"];

    private readonly List<SiteDifference> _found = [];

    private StateComparison()
    {
    }

    /// <param name="site">As the site is.</param>
    /// <param name="recipe">As the recipe would make it.</param>
    public static IReadOnlyList<SiteDifference> Compare(JsonObject site, JsonObject recipe)
    {
        var comparison = new StateComparison();
        foreach (var area in recipe.Select(member => member.Key).Union(site.Select(member => member.Key)))
        {
            comparison.Compare(area, [], recipe[area], site[area]);
        }

        return comparison._found;
    }

    private void Compare(string area, string[] path, JsonNode? recipe, JsonNode? site)
    {
        if (JsonNode.DeepEquals(recipe, site))
        {
            return;
        }

        if (Members(recipe) is { } wanted && Members(site) is { } had)
        {
            var before = _found.Count;
            foreach (var name in wanted.Keys.Union(had.Keys))
            {
                Compare(area, [.. path, name], wanted.GetValueOrDefault(name), had.GetValueOrDefault(name));
            }

            // Nothing but the order differs.
            if (_found.Count > before || wanted.Keys.SequenceEqual(had.Keys, StringComparer.Ordinal))
            {
                return;
            }
        }

        var isSecret = path.Any(part => Secrets.Any(word => part.Contains(word, StringComparison.OrdinalIgnoreCase)));
        _found.Add(new SiteDifference(area, string.Join(" › ", path), isSecret && recipe is not null ? Hidden : Text(recipe), isSecret && site is not null ? Hidden : Text(site)));
    }

    /// <returns>The parts of an object or a list by what they are known by; null for what has none.</returns>
    private static Dictionary<string, JsonNode?>? Members(JsonNode? node) => node switch
    {
        JsonObject members => members.ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal),
        JsonArray items => MembersOf(items),
        _ => null,
    };

    private static Dictionary<string, JsonNode?>? MembersOf(JsonArray items)
    {
        var members = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (KeyOf(item) is not { } key || !members.TryAdd(key, item))
            {
                return null;
            }
        }

        return members;
    }

    private static string? KeyOf(JsonNode? item) => item switch
    {
        JsonObject json => Keys.Select(key => json[key]).FirstOrDefault(value => value?.GetValueKind() == JsonValueKind.String)?.GetValue<string>(),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => null,
    };

    private static string? Text(JsonNode? node)
    {
        var text = node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : node?.ToJsonString(CompactJson.Options);
        return text?.Length > LongestValue ? text[..LongestValue] + "…" : text;
    }
}
