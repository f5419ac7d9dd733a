namespace OrchardSite.Recipes;

internal static class RecipesManifest
{
    public static Manifest Value { get; } = new(
        "OrchardSite.Recipes",
        "Recipes",
        "Sets sites up, and changes them, from recipes in Orchard Core's format.",
        ["OrchardSite.Tenants", "OrchardSite.Users"],
        new Feature("OrchardSite.Recipes", "Recipes", "Reads recipes, shows what they would change, and runs them as a whole or not at all.")
        {
            AlwaysEnabled = true,
            Covers =
            [
                "OrchardCore.Recipes", "OrchardCore.Recipes.Core", "OrchardCore.Scripting", "OrchardCore.Setup",
            ],
        });
}
