using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Operations;
using OrchardSite.Recipes;

namespace OrchardSite.Content.Recipes;

/// <summary>Orchard Core's <c>content</c>: items with their metadata.</summary>
internal sealed class ContentStep(ImportContent import, IStringLocalizer localizer) : IRecipeStep
{
    public string Name => "content";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run, CancellationToken cancellationToken)
    {
        var member = step.Json.ContainsKey("Data") ? "Data" : "data";
        if (step.Json[member] is not JsonArray data)
        {
            throw step.ErrorAt(member, localizer["The step needs a list of content items."]);
        }

        if (data.FirstOrDefault(item => item is not JsonObject) is { } wrong)
        {
            throw step.Error(wrong, localizer["A content item must be an object."]);
        }

        var result = await import.RunAsync(data.Select(item => item!.AsObject()).ToArray(), new ImportOptions(), run.Actor, cancellationToken);
        if (!result.Succeeded)
        {
            var refusal = result.Refusals[0];
            // What is only found out while writing names no place in the list.
            throw step.ErrorAt(refusal.Field is ['[', ..] ? member + refusal.Field : member, refusal.Message);
        }

        foreach (var item in result.Value.Where(item => item.Effect != ImportEffect.Unchanged))
        {
            run.Report(item.Effect == ImportEffect.Created ? RecipeEffect.Create : RecipeEffect.Update, item.ContentType, item.DisplayText);
        }
    }
}
