using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Definitions;
using OrchardSite.Tenants;

namespace OrchardSite.Content.Layers;

/// <param name="Rule">As it was put together.</param>
public sealed record LayerEdit(string Name, string Description, RuleNode Rule);

/// <summary>Adds a layer, or replaces the description and the rule of one. Its name stays: widgets know it by that.</summary>
public sealed class SaveLayer(SiteLayers layers, SaveSiteDocument documents, IStringLocalizer localizer)
{
    public const int LongestName = 100;
    public const int LongestDescription = 500;

    /// <param name="revision">Of the layers that the person saw.</param>
    public async Task<OperationResult<string>> RunAsync(LayerEdit edit, bool isNew, int? revision, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!actor.Can(LayerPermissions.ManageLayers))
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not change layers."]);
        }

        if (Invalid(edit).ToArray() is { Length: > 0 } refusals)
        {
            return OperationResult<string>.Refused(refusals);
        }

        var known = await layers.ReadAsync(cancellationToken);
        var index = known.Json.ToList().FindIndex(layer => (layer as JsonObject).Text("Name") == edit.Name);
        if (isNew && index >= 0)
        {
            return new Refusal(RefusalKind.Conflict, localizer["There is a layer named “{0}” already.", edit.Name], "Name");
        }

        if (!isNew && index < 0)
        {
            return new Refusal(RefusalKind.NotFound, localizer["There is no layer named “{0}”.", edit.Name]);
        }

        if (known.Revision != revision)
        {
            return Stale(localizer);
        }

        Put(known.Json, index, edit);
        return await documents.WriteAsync(known, edit.Name, actor, localizer, cancellationToken);
    }

    internal static Refusal Stale(IStringLocalizer localizer) =>
        new(RefusalKind.Conflict, localizer["The site's layers have been changed meanwhile. What was saved stands below; what you have put together is still in the form."]);

    private IEnumerable<Refusal> Invalid(LayerEdit edit)
    {
        if (edit.Name.Length is 0 or > LongestName)
        {
            yield return new Refusal(RefusalKind.Invalid, localizer["A layer needs a name of at most {0} characters.", LongestName], "Name");
        }

        if (edit.Description.Length > LongestDescription)
        {
            yield return new Refusal(RefusalKind.Invalid, localizer["The description may have {0} characters at most.", LongestDescription], "Description");
        }

        var all = edit.Rule.All().ToArray();
        if (all.Length == 1)
        {
            yield return new Refusal(RefusalKind.Invalid, localizer["A rule needs at least one condition; “every page” is one."], "Rule");
        }

        if (all.Length > RuleNode.MostNodes || edit.Rule.Depth() > RuleNode.DeepestGroup)
        {
            yield return new Refusal(RefusalKind.Invalid, localizer["A rule may have {0} conditions at most, and groups {1} deep.", RuleNode.MostNodes, RuleNode.DeepestGroup], "Rule");
        }
        else if (LayerRule.Unsupported(edit.Rule.ToJson()) is { } unknown)
        {
            yield return new Refusal(RefusalKind.Invalid, localizer["The portal cannot evaluate the condition {0}.", LayerRule.KindOf(unknown) ?? "?"], "Rule");
        }

        foreach (var node in all.Where(node => node.HasText && node.Value.Length is 0 or > RuleNode.LongestValue))
        {
            var name = localizer[RuleWords.Kinds.First(kind => kind.Kind == node.Kind).Name].Value;
            yield return new Refusal(RefusalKind.Invalid, localizer["“{0}” needs a value of at most {1} characters.", name, RuleNode.LongestValue], "Rule");
        }
    }

    private static void Put(JsonArray layers, int index, LayerEdit edit)
    {
        if (index < 0)
        {
            layers.Add(new JsonObject { ["Name"] = edit.Name, ["LayerRule"] = edit.Rule.ToJson(), ["Description"] = edit.Description });
        }
        else
        {
            var layer = layers[index]!.AsObject();
            layer["LayerRule"] = edit.Rule.ToJson();
            layer["Description"] = edit.Description;
        }
    }
}

internal static class LayerWriting
{
    /// <summary>Replaces the site's layers, or refuses when somebody else was quicker.</summary>
    public static async Task<OperationResult<string>> WriteAsync(
        this SaveSiteDocument documents, StoredLayers layers, string name, Actor actor, IStringLocalizer localizer, CancellationToken cancellationToken)
    {
        try
        {
            await documents.RunAsync(Layer.Document, new JsonObject { ["Layers"] = layers.Json.DeepClone() }, actor, cancellationToken: cancellationToken);
            return name;
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || layers.Revision is null)
        {
            return SaveLayer.Stale(localizer);
        }
    }
}
