using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Editing;

namespace OrchardSite.Content.Trees;

/// <summary>Reads a tree from the form that shows it: the order of its lines is that of the entries, each line with its level.</summary>
internal static class TreeForm
{
    public const string Line = "Entry";

    /// <param name="known">The entries that the typing began from. What the form does not have of them stays as it was.</param>
    /// <returns>Null for what no page of ours sends.</returns>
    public static List<TreeEntry>? Read(IFormCollection form, IReadOnlyList<TreeEntry> known, ContentDefinitions definitions, TimeZoneInfo timeZone)
    {
        var byId = known.DistinctBy(entry => entry.Id).ToDictionary(entry => entry.Id, StringComparer.Ordinal);
        var entries = new List<TreeEntry>();
        foreach (var line in form[Line])
        {
            if (line?.Split(':') is not [var id, var depth, var type] || !int.TryParse(depth, NumberStyles.None, CultureInfo.InvariantCulture, out var level))
            {
                return null;
            }

            var json = byId.TryGetValue(id, out var before) ? before.Json.DeepClone().AsObject() : new JsonObject { ["ContentItemId"] = id, ["ContentType"] = type };
            // Nothing stands deeper than right below the one before it.
            var entry = new TreeEntry(definitions.Find(json.Text("ContentType") ?? ""), json, Math.Min(level, entries.Count == 0 ? 0 : entries[^1].Level + 1));
            if (entry.Type is not null)
            {
                ItemFormReader.ReadOwn(form, entry.Type, json, entry.Field + ".", timeZone);
                json["DisplayText"] = entry.Title;
            }

            entries.Add(entry with { IsRemoved = form[entry.Field + ".Remove"] == "true" });
        }

        return entries;
    }
}
