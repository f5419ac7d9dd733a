using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardSite.Recipes;

namespace OrchardSite.Media;

/// <summary>Orchard Core's <c>media</c> step: files that a recipe brings with it, or carries inside as Base64.</summary>
internal sealed class MediaStep(SaveMediaFile save, RecipeMedia sources, MediaFormerPaths formerPaths, IStringLocalizer localizer) : IRecipeStep
{
    public string Name => "media";

    public bool BringsContent => true;

    public async Task ApplyAsync(RecipeStep step, RecipeRun run, CancellationToken cancellationToken)
    {
        var drafts = new Dictionary<string, MediaDraft>(StringComparer.Ordinal);
        var former = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in step.Objects(step.Json, "Files", localizer))
        {
            var draft = Read(step, file, run);
            if (!drafts.TryAdd(draft.Path, draft))
            {
                throw step.Error(file["TargetPath"], localizer["{0} is listed twice.", draft.Path]);
            }

            ReadFormer(step, file, draft.Path, former);
        }

        var saved = await save.RunAsync([.. drafts.Values], run.Actor, cancellationToken);
        if (!saved.Succeeded)
        {
            throw step.Error(null, saved.Refusals[0].Message);
        }

        foreach (var file in saved.Value)
        {
            run.Report(file.Revision == 1 ? RecipeEffect.Create : RecipeEffect.Update, Name, file.Path);
        }

        foreach (var path in (await formerPaths.RunAsync(former, run.Actor, cancellationToken)).Except(saved.Value.Select(file => file.Path)))
        {
            run.Report(RecipeEffect.Update, Name, path);
        }
    }

    private void ReadFormer(RecipeStep step, JsonObject file, string target, Dictionary<string, string> former)
    {
        foreach (var (text, node) in step.Texts(file, "FormerPaths", localizer))
        {
            former[MediaPath.TryRead(text, out var path, out var fault) ? path : throw step.Error(node, localizer[fault])] = target;
        }
    }

    private MediaDraft Read(RecipeStep step, JsonObject file, RecipeRun run)
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

        return Content(step, file, path, run) with { AltText = step.OptionalText(file, "AltText", localizer), Focus = FocusOf(step, file) };
    }

    private MediaDraft Content(RecipeStep step, JsonObject file, string path, RecipeRun run)
    {
        if (step.OptionalText(file, "Base64", localizer) is { } base64)
        {
            return Checked(sources.Decode(path, base64, run.PlanOnly), step, file, "Base64");
        }

        var source = step.Text(file, "SourcePath", localizer);
        var found = new FileInfo(step.FindFile(source)
            ?? throw step.Error(file["SourcePath"], localizer["There is no file {0} among those of the recipe.", source]));
        // Before anything of it is read: what comes from elsewhere may be of any size.
        var draft = step.IsPackage && save.Refuse(path, found.Length, run.Actor) is { } refusal
            ? refusal
            : sources.Open(path, found, run.PlanOnly, remember: !step.IsPackage);
        return Checked(draft, step, file, "SourcePath");
    }

    private PictureFocus? FocusOf(RecipeStep step, JsonObject file)
    {
        return file["FocusX"] is { } x && file["FocusY"] is { } y ? new PictureFocus(Hundredths(x), Hundredths(y)) : null;

        int Hundredths(JsonNode node) => node is JsonValue value && value.TryGetValue<int>(out var number) && number is >= 0 and <= 100
            ? number
            : throw step.Error(node, localizer["A number from 0 to 100 is expected here."]);
    }

    private static MediaDraft Checked(OperationResult<MediaDraft> draft, RecipeStep step, JsonObject file, string source) => draft.Succeeded
        ? draft.Value
        : throw step.Error(file[draft.Refusals[0].Field == nameof(MediaUpload.Path) ? "TargetPath" : source], draft.Refusals[0].Message);
}
