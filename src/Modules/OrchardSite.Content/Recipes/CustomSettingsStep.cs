using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Settings;
using OrchardSite.Recipes;
using OrchardSite.Tenants;

namespace OrchardSite.Content.Recipes;

/// <summary>Orchard Core's <c>custom-settings</c>: one item for each type with the stereotype CustomSettings.</summary>
internal sealed class CustomSettingsStep(ContentPreparation preparation, SaveSiteDocument documents, TimeProvider time, IStringLocalizer localizer) : IRecipeStep
{
    public string Name => "custom-settings";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run, CancellationToken cancellationToken)
    {
        var basis = await preparation.BasisAsync();
        foreach (var (name, value) in step.Json.Where(member => member.Key != "name"))
        {
            if (value is not JsonObject item || basis.Definitions.Find(name) is not { IsCustomSettings: true })
            {
                throw step.ErrorAt(name, localizer["There are no custom settings named {0}.", name]);
            }

            var (metadata, parts) = ContentMetadata.Split(item);
            var prepared = await preparation.PrepareAsync(metadata with { ContentType = name }, parts, basis, publishing: true, time.GetUtcNow().UtcDateTime);
            if (!prepared.Succeeded)
            {
                throw step.ErrorAt($"{name}.{prepared.Refusals[0].Field}", prepared.Refusals[0].Message);
            }

            var document = SiteSettings.CustomPrefix + name;
            var known = await documents.ReadAsync(document, cancellationToken) is not null;
            if (await documents.RunAsync(document, SaveCustomSettings.ItemOf(item, prepared.Value.Content), run.Actor, cancellationToken: cancellationToken))
            {
                run.Report(known ? RecipeEffect.Update : RecipeEffect.Create, Name, name);
            }
        }
    }
}
