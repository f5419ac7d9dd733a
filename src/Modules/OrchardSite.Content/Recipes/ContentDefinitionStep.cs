using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;
using OrchardSite.Recipes;
using OrchardSite.Theming.Liquid;

namespace OrchardSite.Content.Recipes;

/// <summary>Orchard Core's <c>ContentDefinition</c>: lays types and parts over those the tenant has.</summary>
internal sealed class ContentDefinitionStep(DefinitionStore definitions, LiquidEngine liquid, IStringLocalizer localizer) : IRecipeStep
{
    private static readonly string[] Lists = ["ContentTypes", "ContentParts"];

    public string Name => "ContentDefinition";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run, CancellationToken cancellationToken)
    {
        var current = await definitions.ReadAsync(cancellationToken);
        var names = new ContentDefinitionNames(current, step.Json);
        foreach (var (node, reason) in new DefinitionCheck(liquid, localizer).Check(step.Json, names))
        {
            throw step.Error(node, reason);
        }

        var wanted = new JsonObject(step.Json.Where(member => Lists.Contains(member.Key)).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
        var merged = current.DeepClone().AsObject();
        MergeDefinitions.Into(merged, wanted);
        if (JsonNode.DeepEquals(current, merged))
        {
            return;
        }

        foreach (var list in Lists)
        {
            Report(run, list, current[list] as JsonArray ?? [], merged[list] as JsonArray ?? []);
        }

        await definitions.SaveAsync(merged, run.Actor, cancellationToken);
    }

    private static void Report(RecipeRun run, string list, JsonArray before, JsonArray after)
    {
        var known = before.OfType<JsonObject>().ToDictionary(json => json.Text("Name") ?? "");
        foreach (var json in after.OfType<JsonObject>())
        {
            var name = json.Text("Name") ?? "";
            if (!known.TryGetValue(name, out var old))
            {
                run.Report(RecipeEffect.Create, list, name);
            }
            else if (!JsonNode.DeepEquals(old, json))
            {
                run.Report(RecipeEffect.Update, list, name);
            }
        }
    }
}
