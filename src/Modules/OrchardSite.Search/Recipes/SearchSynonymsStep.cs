using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardSite.Recipes;
using OrchardSite.Search.Querying;
using OrchardSite.Tenants;

namespace OrchardSite.Search;

/// <summary>Replaces the site's synonyms: <c>{ "name": "SearchSynonyms", "Lines": ["XTTM = xúc tiến thương mại"] }</c>.</summary>
internal sealed class SearchSynonymsStep(SaveSiteDocument saveDocument, IStringLocalizer localizer) : IRecipeStep
{
    public string Name => "SearchSynonyms";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run, CancellationToken cancellationToken)
    {
        if (step.Json["Lines"] is not JsonArray given || given.Any(line => line?.GetValueKind() != System.Text.Json.JsonValueKind.String))
        {
            throw step.Error(step.Json["Lines"], localizer["A list of texts is expected here."]);
        }

        var lines = given.Select(line => line!.GetValue<string>()).ToArray();
        if (SynonymsDocument.Read(lines, localizer).Errors is [var error, ..])
        {
            throw step.Error(given, error);
        }

        if (await saveDocument.RunAsync(SynonymsDocument.Name, SynonymsDocument.ToJson(lines), run.Actor, cancellationToken: cancellationToken))
        {
            run.Report(RecipeEffect.Update, SynonymsDocument.Name, "Lines");
        }
    }
}
