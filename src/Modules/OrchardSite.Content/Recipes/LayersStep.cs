using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Layers;
using OrchardSite.Recipes;
using OrchardSite.Tenants;

namespace OrchardSite.Content.Recipes;

/// <summary>Orchard Core's <c>layers</c>: names with the rules that say on which pages their widgets are shown.</summary>
internal sealed class LayersStep(SaveSiteDocument documents, IStringLocalizer localizer) : IRecipeStep
{
    public string Name => "layers";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run, CancellationToken cancellationToken)
    {
        if (step.Json["Layers"] is not JsonArray wanted || wanted.Any(layer => layer is not JsonObject))
        {
            throw step.ErrorAt("Layers", localizer["The step needs a list of layers."]);
        }

        var document = await documents.ReadAsync(Layer.Document, cancellationToken) as JsonObject ?? [];
        var layers = document["Layers"] as JsonArray ?? [];
        foreach (var layer in wanted.Select(layer => layer!.AsObject()))
        {
            Apply(step, run, layers, layer);
        }

        await documents.RunAsync(Layer.Document, new JsonObject { ["Layers"] = layers.DeepClone() }, run.Actor, cancellationToken: cancellationToken);
    }

    private void Apply(RecipeStep step, RecipeRun run, JsonArray layers, JsonObject wanted)
    {
        if (wanted.Text("Name") is not { Length: > 0 } name)
        {
            throw step.Error(wanted, localizer["The layer needs a name."]);
        }

        if (LayerRule.Unsupported(wanted["LayerRule"] as JsonObject) is { } condition)
        {
            throw step.Error(condition, localizer["A layer cannot have this condition."]);
        }

        var known = layers.OfType<JsonObject>().FirstOrDefault(layer => layer.Text("Name") == name);
        if (known is null)
        {
            layers.Add(wanted.DeepClone());
            run.Report(RecipeEffect.Create, Name, name);
        }
        else if (!JsonNode.DeepEquals(known, wanted))
        {
            layers[layers.IndexOf(known)] = wanted.DeepClone();
            run.Report(RecipeEffect.Update, Name, name);
        }
    }
}
