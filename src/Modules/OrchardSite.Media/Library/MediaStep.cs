using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardSite.Recipes;

namespace OrchardSite.Media;

/// <summary>Orchard Core's <c>media</c> step: files that a recipe brings with it, or carries inside as Base64.</summary>
internal sealed class MediaStep(SaveMediaFile save, RecipeMedia sources, IStringLocalizer localizer) : IRecipeStep
{
    public string Name => "media";

    public async Task ApplyAsync(RecipeStep step, RecipeRun run, CancellationToken cancellationToken)
    {
        if (step.Json["Files"] is not JsonArray files)
        {
            throw step.ErrorAt("Files", localizer["A list of files is expected here."]);
        }

        var drafts = new Dictionary<string, MediaDraft>(StringComparer.Ordinal);
        for (var index = 0; index < files.Count; index++)
        {
            var draft = Read(step, files[index], $"Files[{index}]", run.PlanOnly);
            if (!drafts.TryAdd(draft.Path, draft))
            {
                throw step.ErrorAt($"Files[{index}].TargetPath", localizer["{0} is listed twice.", draft.Path]);
            }
        }

        var saved = await save.RunAsync([.. drafts.Values], run.Actor, cancellationToken);
        if (!saved.Succeeded)
        {
            throw step.Error(null, saved.Refusals[0].Message);
        }

        foreach (var file in saved.Value)
        {
            run.Report(file.Revision == 1 ? RecipeEffect.Create : RecipeEffect.Update, "media", file.Path);
        }
    }

    private MediaDraft Read(RecipeStep step, JsonNode? node, string place, bool planOnly)
    {
        if (node is not JsonObject json)
        {
            throw step.ErrorAt(place, localizer["An object is expected here."]);
        }

        var target = Text(step, json, "TargetPath", place) ?? throw step.ErrorAt($"{place}.TargetPath", localizer["A text is expected here."]);
        if (!MediaPath.TryRead(target, out var path, out var fault))
        {
            throw step.ErrorAt($"{place}.TargetPath", localizer[fault]);
        }

        if (Text(step, json, "SourceUrl", place) is not null)
        {
            throw step.ErrorAt($"{place}.SourceUrl", localizer["A recipe brings its files along; it fetches none from elsewhere."]);
        }

        if (Text(step, json, "Base64", place) is { } base64)
        {
            return Checked(sources.Decode(path, base64, planOnly), step, place, "Base64");
        }

        if (Text(step, json, "SourcePath", place) is { } source)
        {
            return Checked(sources.Open(path, step.Folder, source, planOnly), step, place, "SourcePath");
        }

        throw step.ErrorAt(place, localizer["A file needs a SourcePath or a Base64."]);
    }

    private string? Text(RecipeStep step, JsonObject json, string name, string place) => json[name] switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => throw step.ErrorAt($"{place}.{name}", localizer["A text is expected here."]),
    };

    private static MediaDraft Checked(OperationResult<MediaDraft> draft, RecipeStep step, string place, string source) => draft.Succeeded
        ? draft.Value
        : throw step.ErrorAt($"{place}.{(draft.Refusals[0].Field == "Path" ? "TargetPath" : source)}", draft.Refusals[0].Message);
}
