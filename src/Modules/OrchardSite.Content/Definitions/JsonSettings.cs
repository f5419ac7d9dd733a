using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OrchardSite.Content.Definitions;

/// <summary>Reads members of JSON written by people: a member of the wrong kind counts as missing.</summary>
public static class JsonSettings
{
    public static string? Text(this JsonObject? json, string name) =>
        json?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public static bool Flag(this JsonObject? json, string name) => json?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    public static decimal? Number(this JsonObject? json, string name) =>
        json?[name] is JsonValue value && value.GetValueKind() == JsonValueKind.Number
        && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
