using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardSite.Recipes;
using OrchardSite.Theming.Templates;

namespace OrchardSite.Admin.Templates;

/// <summary>Orchard Core's <c>Templates</c>: a site's own templates by name.</summary>
internal sealed class TemplatesStep(SaveTemplate save, TemplateHistory history, IStringLocalizer localizer) : IRecipeStep
{
    public string Name => "Templates";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run, CancellationToken cancellationToken)
    {
        if (step.Json["Templates"] is not JsonObject templates)
        {
            throw step.ErrorAt("Templates", localizer["The step needs an object with the templates by their names."]);
        }

        var newest = await history.NewestAsync(cancellationToken);
        foreach (var (name, json) in templates)
        {
            var content = (json as JsonObject)?["Content"] is JsonValue text && text.TryGetValue<string>(out var value) ? value.ReplaceLineEndings("\n") : null;
            if (content is null)
            {
                throw step.ErrorAt($"Templates.{name}", localizer["The template needs a text in “Content”."]);
            }

            var description = (json as JsonObject)?["Description"] is JsonValue words && words.TryGetValue<string>(out var said) ? said : "";
            var known = newest.GetValueOrDefault(name);
            if (known?.Content == content && known.Description == description)
            {
                continue;
            }

            var saved = await save.RunAsync(new TemplateEdit(name, content, description), known?.Number ?? 0, run.Actor, cancellationToken);
            if (!saved.Succeeded)
            {
                throw step.ErrorAt($"Templates.{name}", string.Join(' ', saved.Refusals.Select(refusal => refusal.Message)));
            }

            run.Report(known?.Content is null ? RecipeEffect.Create : RecipeEffect.Update, Name, name);
        }
    }
}
