using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Recipes;

namespace OrchardSite.Deployment.Pages.Admin;

/// <summary>The recipes that the portal came with, and what has been run on this site.</summary>
public sealed class RecipesModel(RecipeCatalog catalog, RecipeHistory history, IStringLocalizer localizer) : AdminPage
{
    private const int MostRuns = 50;

    public IReadOnlyList<RecipeDescriptor> Recipes { get; private set; } = [];

    public IReadOnlyList<PastRun> Runs { get; private set; } = [];

    protected override Permission Needed => RecipePermissions.ManageRecipes;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Runs = await history.LatestAsync(MostRuns, cancellationToken);
        try
        {
            Recipes = catalog.All;
        }
        catch (RecipeException failure)
        {
            Told = localizer["The recipes cannot be read: {0}", failure.Message];
        }
    }
}
