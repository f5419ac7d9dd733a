using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardSite.Tenants;

namespace OrchardSite.Recipes;

/// <summary>Keeps menus of the dashboard, each known by its <c>Id</c>, in the site document <see cref="Document"/>.</summary>
public sealed class AdminMenuStep(SaveSiteDocument saveDocument, IStringLocalizer localizer) : IRecipeStep
{
    /// <summary>Holds <c>{ "AdminMenu": [...] }</c> with menus as Orchard Core's step has them.</summary>
    public const string Document = "admin-menu";

    private const string Menus = "AdminMenu";

    public string Name => "AdminMenu";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run, CancellationToken cancellationToken)
    {
        var document = await saveDocument.ReadAsync(Document, cancellationToken) as JsonObject ?? new JsonObject { [Menus] = new JsonArray() };
        var menus = document[Menus]!.AsArray();
        var changed = false;
        foreach (var menu in step.Objects(step.Json, "data", localizer))
        {
            var id = step.Text(menu, "Id", localizer);
            var name = step.Text(menu, "Name", localizer);
            CheckNodes(step, menu, "MenuItems");
            var place = menus.ToList().FindIndex(known => known?["Id"]?.GetValue<string>() == id);
            if (place < 0)
            {
                menus.Add(menu.DeepClone());
                run.Report(RecipeEffect.Create, Menus, name);
                changed = true;
            }
            else if (!JsonNode.DeepEquals(menus[place], menu))
            {
                menus[place] = menu.DeepClone();
                run.Report(RecipeEffect.Update, Menus, name);
                changed = true;
            }
        }

        if (changed)
        {
            await saveDocument.RunAsync(Document, document, run.Actor, cancellationToken: cancellationToken);
        }
    }

    private void CheckNodes(RecipeStep step, JsonObject parent, string member)
    {
        foreach (var node in step.Objects(parent, member, localizer))
        {
            step.Text(node, "$type", localizer);
            var address = step.OptionalText(node, "LinkUrl", localizer);
            if (address is not null && !IsAddress(address))
            {
                throw step.Error(node["LinkUrl"], localizer["{0} is no address of a page.", address]);
            }

            step.Texts(node, "PermissionNames", localizer);
            CheckNodes(step, node, "Items");
        }
    }

    // A menu is shown to people with many rights: no javascript: and the like.
    private static bool IsAddress(string address) =>
        !address.Contains(':') || (Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https");
}
