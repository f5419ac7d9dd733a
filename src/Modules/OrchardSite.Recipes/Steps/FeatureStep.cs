using Microsoft.Extensions.Localization;
using OrchardSite.Tenants;

namespace OrchardSite.Recipes;

/// <summary>Switches features by the portal's own ids or by Orchard Core's.</summary>
internal sealed class FeatureStep(SwitchFeatures switchFeatures, FeatureCatalog features, IStringLocalizer localizer) : IRecipeStep
{
    private const string Subject = "feature";

    public string Name => "feature";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run, CancellationToken cancellationToken)
    {
        var result = await switchFeatures.RunAsync(Ids(step, "enable"), Ids(step, "disable"), run.Actor, cancellationToken);
        if (!result.Succeeded)
        {
            throw step.Error(null, string.Join(' ', result.Refusals.Select(refusal => refusal.Message)));
        }

        foreach (var id in result.Value.Enabled)
        {
            run.Report(RecipeEffect.Create, Subject, id);
        }

        foreach (var id in result.Value.Disabled)
        {
            run.Report(RecipeEffect.Remove, Subject, id);
        }
    }

    private List<string> Ids(RecipeStep step, string member)
    {
        var ids = new List<string>();
        foreach (var (id, node) in step.Texts(step.Json, member, localizer))
        {
            ids.Add(features.Find(id) is not null ? id : throw step.Error(node, localizer["There is no feature {0}.", id]));
        }

        return ids;
    }
}
