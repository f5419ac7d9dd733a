using System.Text.Json.Nodes;
using OrchardSite.Content.Definitions;
using OrchardSite.Content.Layers;
using OrchardSite.Deployment;
using OrchardSite.Tenants;

namespace OrchardSite.Content.Packing;

/// <summary>The site's content types with their parts and fields.</summary>
internal sealed class DefinitionSource(DefinitionStore definitions) : IDeploymentSource
{
    private static readonly string[] Lists = ["ContentTypes", "ContentParts"];

    public PackagePart Part => PackagePart.Definitions;

    public async Task WriteAsync(PackageChoice choice, RecipeOutput recipe, Actor actor, CancellationToken cancellationToken)
    {
        var known = await definitions.ReadAsync(cancellationToken);
        await recipe.StepAsync("ContentDefinition", new JsonObject(Lists.Select(list => KeyValuePair.Create<string, JsonNode?>(list, known[list]?.DeepClone() ?? new JsonArray()))));
    }
}

/// <summary>The layers that widgets are on; the widgets are content.</summary>
internal sealed class LayerSource(SaveSiteDocument documents) : IDeploymentSource
{
    public PackagePart Part => PackagePart.Layers;

    public async Task WriteAsync(PackageChoice choice, RecipeOutput recipe, Actor actor, CancellationToken cancellationToken)
    {
        if ((await documents.ReadAsync(Layer.Document, cancellationToken))?["Layers"] is JsonArray { Count: > 0 } layers)
        {
            await recipe.StepAsync("layers", new JsonObject { ["Layers"] = layers.DeepClone() });
        }
    }
}

/// <summary>One item for each type of custom settings.</summary>
internal sealed class CustomSettingsSource(DefinitionStore definitions, SaveSiteDocument documents, OwnParts ownParts) : IDeploymentSource
{
    public PackagePart Part => PackagePart.CustomSettings;

    public async ValueTask<IReadOnlyList<PackageOption>> OptionsAsync(CancellationToken cancellationToken) =>
        [.. (await definitions.GetAsync()).Types.Where(type => type.IsCustomSettings).Select(type => new PackageOption(type.Name, type.DisplayName)).OrderBy(option => option.Title, StringComparer.CurrentCulture)];

    public async Task WriteAsync(PackageChoice choice, RecipeOutput recipe, Actor actor, CancellationToken cancellationToken)
    {
        var members = new JsonObject();
        foreach (var type in (await definitions.GetAsync()).Types.Where(type => type.IsCustomSettings && choice.Takes(Part, type.Name)).OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            if (await documents.ReadAsync(SiteSettings.CustomPrefix + type.Name, cancellationToken) is JsonObject item)
            {
                ownParts.Remove(type, item);
                (item["Owner"], item["Author"]) = ("", "");
                members[type.Name] = Secrets.Without(item);
            }
        }

        if (members.Count > 0)
        {
            await recipe.StepAsync("custom-settings", members);
        }
    }
}
