using System.Text.Json.Nodes;

namespace OrchardSite.Api;

/// <summary>RFC 7396: members that are sent replace those that are there, null removes one, objects are merged.</summary>
internal static class MergePatch
{
    public static void Into(JsonObject target, JsonObject patch)
    {
        foreach (var (name, value) in patch)
        {
            if (value is null)
            {
                target.Remove(name);
            }
            else if (value is JsonObject inner)
            {
                var merged = target[name] as JsonObject ?? [];
                Into(merged, inner);
                target[name] = merged.Parent is null ? merged : merged.DeepClone();
            }
            else
            {
                target[name] = value.DeepClone();
            }
        }
    }
}
