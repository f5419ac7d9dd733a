using System.Text.Json;
using OrchardSite.Recipes;

namespace OrchardSite.Deployment.Fleet;

/// <summary>One thing in which a site is other than a recipe says.</summary>
/// <param name="Area">Name of the site document, or <see cref="SiteState.Roles"/> or <see cref="SiteState.Features"/>; of a plan, what the change is about.</param>
/// <param name="Path">Which thing, its parts one after the other, such as type, part, field and setting.</param>
/// <param name="Recipe">What the recipe says; null: nothing.</param>
/// <param name="Site">What the site has; null: nothing.</param>
public sealed record SiteDifference(string Area, string Path, string? Recipe, string? Site)
{
    // More is read by nobody, and a site that is quite another one would fill the table.
    private const int Most = 500;

    public static SiteDifference Of(RecipeChange change) => new(
        change.Subject, change.Name, change.Effect == RecipeEffect.Remove ? null : change.Effect.ToString(), change.Effect == RecipeEffect.Create ? null : change.Effect.ToString());

    public static string Write(IReadOnlyList<SiteDifference> differences) => JsonSerializer.Serialize(differences.Take(Most));

    public static IReadOnlyList<SiteDifference> Read(string json) => JsonSerializer.Deserialize<SiteDifference[]>(json)!;
}
