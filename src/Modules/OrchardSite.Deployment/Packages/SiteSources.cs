using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OrchardSite.Data;
using OrchardSite.Recipes;
using OrchardSite.Tenants;
using OrchardSite.Theming.Templates;
using OrchardSite.Users.Roles;

namespace OrchardSite.Deployment;

/// <summary>Which features are on, and which are off.</summary>
internal sealed class FeatureSource(TenantDirectory tenants, FeatureCatalog features, CurrentTenant current) : IDeploymentSource
{
    public PackagePart Part => PackagePart.Features;

    public Task WriteAsync(PackageChoice choice, RecipeOutput recipe, Actor actor, CancellationToken cancellationToken)
    {
        var on = tenants.Find(current.Id)?.Features ?? [];
        var switchable = features.Features.Where(feature => !feature.AlwaysEnabled).Select(feature => feature.Id).Order(StringComparer.Ordinal).ToArray();
        return recipe.StepAsync("feature", new JsonObject { ["enable"] = List(switchable.Where(on.Contains)), ["disable"] = List(switchable.Where(id => !on.Contains(id))) });
    }

    private static JsonArray List(IEnumerable<string> ids) => [.. ids.Select(id => JsonValue.Create(id))];
}

/// <summary>The site's settings, but for its name and address: those are the other site's own.</summary>
internal sealed class SettingsSource(SaveSiteDocument documents) : IDeploymentSource
{
    private static readonly string[] Names = [nameof(SiteSettings.SiteName), nameof(SiteSettings.BaseUrl)];

    public PackagePart Part => PackagePart.Settings;

    public async Task WriteAsync(PackageChoice choice, RecipeOutput recipe, Actor actor, CancellationToken cancellationToken)
    {
        if (await documents.ReadAsync(SiteSettings.Document, cancellationToken) is JsonObject settings)
        {
            var travelling = new JsonObject(settings
                .Where(member => member.Key != "name" && !Names.Contains(member.Key, StringComparer.OrdinalIgnoreCase) && !Secrets.IsName(member.Key))
                .Select(member => KeyValuePair.Create(member.Key, Secrets.Without(member.Value))));
            await recipe.StepAsync("settings", travelling);
        }
    }
}

/// <summary>Roles with what they allow; not who has them.</summary>
internal sealed class RoleSource(SiteDbContext db) : IDeploymentSource
{
    public PackagePart Part => PackagePart.Roles;

    public async Task WriteAsync(PackageChoice choice, RecipeOutput recipe, Actor actor, CancellationToken cancellationToken)
    {
        var roles = await db.Set<Role>().AsNoTracking().ToListAsync(cancellationToken);
        await recipe.StepAsync("Roles", new JsonObject { ["Roles"] = new JsonArray([.. roles.OrderBy(role => role.Name, StringComparer.Ordinal).Select(JsonOf)]) });
    }

    private static JsonObject JsonOf(Role role) => new()
    {
        ["Name"] = role.Name,
        ["Description"] = role.Description,
        ["PermissionBehavior"] = nameof(PermissionBehavior.Replace),
        ["Permissions"] = new JsonArray([.. role.Permissions.Select(permission => JsonValue.Create(permission))]),
    };
}

/// <summary>The menus of the dashboard that recipes have given the site.</summary>
internal sealed class AdminMenuSource(SaveSiteDocument documents) : IDeploymentSource
{
    public PackagePart Part => PackagePart.AdminMenu;

    public async Task WriteAsync(PackageChoice choice, RecipeOutput recipe, Actor actor, CancellationToken cancellationToken)
    {
        if ((await documents.ReadAsync(AdminMenuStep.Document, cancellationToken))?["AdminMenu"] is JsonArray { Count: > 0 } menus)
        {
            await recipe.StepAsync("AdminMenu", new JsonObject { ["data"] = menus.DeepClone() });
        }
    }
}

/// <summary>The templates that the site has put in the place of the theme's, as far as they are in use.</summary>
internal sealed class TemplateSource(TemplateHistory history) : IDeploymentSource
{
    public PackagePart Part => PackagePart.Templates;

    public async Task WriteAsync(PackageChoice choice, RecipeOutput recipe, Actor actor, CancellationToken cancellationToken)
    {
        var own = (await history.NewestAsync(cancellationToken)).Values.Where(version => version is { Content: not null, FailedUtc: null }).OrderBy(version => version.Name, StringComparer.Ordinal).ToArray();
        if (own.Length > 0)
        {
            await recipe.StepAsync("Templates", new JsonObject { ["Templates"] = new JsonObject(own.Select(version => KeyValuePair.Create<string, JsonNode?>(version.Name, JsonOf(version)))) });
        }
    }

    private static JsonObject JsonOf(TemplateVersion version) => new() { ["Description"] = version.Description, ["Content"] = version.Content };
}
