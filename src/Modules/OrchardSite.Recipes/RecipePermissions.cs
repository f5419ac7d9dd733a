namespace OrchardSite.Recipes;

public static class RecipePermissions
{
    public static Permission ManageRecipes { get; } = new("ManageRecipes", "Run recipes on the site");
}
