using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Operations;
using OrchardSite.Content.Packing;
using OrchardSite.Recipes;

namespace OrchardSite.Content.Recipes;

/// <summary>Orchard Core's <c>content</c>: items with their metadata.</summary>
internal sealed class ContentStep(ImportContent import, OwnParts ownParts, IStringLocalizer localizer) : IRecipeStep
{
    public string Name => "content";

    public bool BringsContent => true;

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

        var items = data.Select(item => item!.AsObject()).ToArray();
        if (step.IsPackage)
        {
            await ownParts.RestoreAsync(items, cancellationToken);
        }

        // What readers saw on another site they may see on this one, also where more is asked for by now.
        var result = await import.RunAsync(items, new ImportOptions(PublishIncomplete: step.IsPackage), run.Actor, cancellationToken);
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
