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
        var drafts = new Dictionary<string, MediaDraft>(StringComparer.Ordinal);
        foreach (var file in step.Objects(step.Json, "Files", localizer))
        {
            var draft = Read(step, file, run.PlanOnly);
            if (!drafts.TryAdd(draft.Path, draft))
            {
                throw step.Error(file["TargetPath"], localizer["{0} is listed twice.", draft.Path]);
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

    private MediaDraft Read(RecipeStep step, JsonObject file, bool planOnly)
    {
        var target = step.Text(file, "TargetPath", localizer);
        if (!MediaPath.TryRead(target, out var path, out var fault))
        {
            throw step.Error(file["TargetPath"], localizer[fault]);
        }

        if (file["SourceUrl"] is { } url)
        {
            throw step.Error(url, localizer["A recipe brings its files along; it fetches none from elsewhere."]);
        }

        if (step.OptionalText(file, "Base64", localizer) is { } base64)
        {
            return Checked(sources.Decode(path, base64, planOnly), step, file, "Base64");
        }

        var source = step.Text(file, "SourcePath", localizer);
        var found = step.FindFile(source)
            ?? throw step.Error(file["SourcePath"], localizer["There is no file {0} among those of the recipe.", source]);
        return Checked(sources.Open(path, new FileInfo(found), planOnly), step, file, "SourcePath");
    }

    private static MediaDraft Checked(OperationResult<MediaDraft> draft, RecipeStep step, JsonObject file, string source) => draft.Succeeded
        ? draft.Value
        : throw step.Error(file[draft.Refusals[0].Field == nameof(MediaUpload.Path) ? "TargetPath" : source], draft.Refusals[0].Message);
}
