using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Recipes;

namespace OrchardSite.Deployment.Pages.Admin;

/// <summary>What a recipe would change on this site, and the button that does it; then what it has really done.</summary>
public sealed class RecipesPlanModel(RecipeCatalog catalog, ApplyRecipe apply, RecipeParameters known, IStringLocalizer localizer) : AdminPage
{
    [BindProperty(SupportsGet = true)]
    public string? Name { get; set; }

    /// <summary>A line <c>name=value</c> for each.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Parameters { get; set; }

    public RecipeDescriptor Recipe { get; private set; } = null!;

    /// <summary>Null where the recipe cannot be run.</summary>
    public ShownChanges? Changes { get; private set; }

    protected override Permission Needed => RecipePermissions.ManageRecipes;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ApplyAsync(planOnly: true, cancellationToken);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => ApplyAsync(planOnly: false, cancellationToken);

    private async Task<IActionResult> ApplyAsync(bool planOnly, CancellationToken cancellationToken)
    {
        RecipeDescriptor? recipe;
        try
        {
            recipe = catalog.Find(Name ?? "");
        }
        catch (RecipeException)
        {
            // The list of recipes says what is wrong.
            return LocalRedirect(Url.Content("~/Admin/Recipes"));
        }

        if (recipe is null)
        {
            return NotFound();
        }

        Recipe = recipe;
        var parameters = await known.OwnAsync(cancellationToken);
        if (!RecipeParameters.TryAdd(parameters, Parameters, out var wrong))
        {
            return Refused([new Refusal(RefusalKind.Invalid, localizer["“{0}” is no parameter; write it like name=value.", wrong], nameof(Parameters))]);
        }

        var applied = await apply.RunAsync(recipe, planOnly, parameters, Actor, cancellationToken);
        if (!applied.Succeeded)
        {
            return Refused(applied.Refusals);
        }

        Changes = new ShownChanges(applied.Value.Changes, planOnly);
        return Page();
    }
}
