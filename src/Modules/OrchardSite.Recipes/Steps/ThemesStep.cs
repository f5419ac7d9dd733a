using Microsoft.Extensions.Localization;
using OrchardSite.Tenants;

namespace OrchardSite.Recipes;

/// <summary>All sites share one theme, so this only makes sure that a recipe means that one.</summary>
internal sealed class ThemesStep(IStringLocalizer localizer) : IRecipeStep
{
    public string Name => "themes";

    public Task ApplyAsync(RecipeStep step, RecipeRun run, CancellationToken cancellationToken)
    {
        var shared = new SiteSettings().Theme;
        return step.OptionalText(step.Json, "site", localizer) is { Length: > 0 } site && site != shared
            ? throw step.Error(step.Json["site"], localizer["There is no theme {0}; all sites share {1}.", site, shared])
            : Task.CompletedTask;
    }
}
