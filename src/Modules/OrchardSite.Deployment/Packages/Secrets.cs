using System.Text.Json.Nodes;

namespace OrchardSite.Deployment;

/// <summary>Knows members that may hold what opens a door, such as those that an Orchard Core's recipe has brought along. None of them travels.</summary>
public static class Secrets
{
    private static readonly string[] Words = ["password", "secret", "token", "apikey", "privatekey", "accesskey", "connectionstring", "credential"];

    public static bool IsName(string member) => Array.Exists(Words, word => member.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <returns>A copy without such members, at any depth.</returns>
    public static JsonNode? Without(JsonNode? value) => value switch
    {
        JsonObject members => new JsonObject(members.Where(member => !IsName(member.Key)).Select(member => KeyValuePair.Create(member.Key, Without(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Without)]),
        _ => value?.DeepClone(),
    };
}
