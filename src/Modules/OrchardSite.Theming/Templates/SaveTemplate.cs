using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;

namespace OrchardSite.Theming.Templates;

/// <param name="Content">Liquid.</param>
public sealed record TemplateEdit(string Name, string Content, string Description);

/// <summary>Puts a site's own template in the place of the theme's. One that cannot be rendered, or not in measure, is refused.</summary>
public sealed class SaveTemplate(SiteDbContext db, TemplateHistory history, ThemeTemplates theme, TemplateTrial trial, TimeProvider time, IStringLocalizer localizer)
{
    /// <param name="number">Of the version that the person saw; 0 where there was none.</param>
    /// <returns>The number of the new version.</returns>
    public async Task<OperationResult<int>> RunAsync(TemplateEdit edit, int number, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!actor.Can(TemplatePermissions.ManageTemplates))
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not change templates."]);
        }

        if (theme.Find(edit.Name) is not { } file)
        {
            return new Refusal(RefusalKind.NotFound, localizer["The theme has no template named “{0}”.", edit.Name], "Name");
        }

        if (edit.Description.Length > TemplateModel.LongestDescription)
        {
            return new Refusal(RefusalKind.Invalid, localizer["The description may have {0} characters at most.", TemplateModel.LongestDescription], "Description");
        }

        var content = edit.Content.ReplaceLineEndings("\n");
        if (await trial.RunAsync(edit.Name, content) is { Count: > 0 } refusals)
        {
            return OperationResult<int>.Refused(refusals);
        }

        await using var work = await db.BeginAsync(cancellationToken);
        var newest = await db.Set<TemplateVersion>().Where(row => row.Name == edit.Name).MaxAsync(row => (int?)row.Number, cancellationToken) ?? 0;
        if (newest != number)
        {
            return TemplateHistory.Stale(localizer);
        }

        var version = new TemplateVersion
        {
            Name = edit.Name,
            Number = newest + 1,
            Content = content,
            Description = edit.Description,
            ThemeHash = file.Hash,
            Author = actor.Name,
            AuthorId = actor.AccountId,
            SavedUtc = time.GetUtcNow().UtcDateTime,
        };
        return await history.WriteAsync(work, version, actor, nameof(SaveTemplate), localizer, cancellationToken);
    }
}

/// <summary>Says why a template cannot be used: what is wrong with its text, or how it fails when it is rendered. Scoped.</summary>
public sealed class TemplateTrial(TemplateCheck check, TrialRendering rendering, IStringLocalizer localizer)
{
    public async Task<IReadOnlyList<Refusal>> RunAsync(string name, string content)
    {
        var faults = check.Run(content, out var template);
        if (template is null)
        {
            var kind = System.Text.Encoding.UTF8.GetByteCount(content) > TemplateCheck.LargestTemplate ? RefusalKind.TooLarge : RefusalKind.Invalid;
            return [.. faults.Where(fault => !fault.IsWarning).Select(fault => new Refusal(kind, localizer["Line {0}, column {1}: {2}", fault.Line, fault.Column, fault.Message], "Content"))];
        }

        return await rendering.RunAsync(name, template) is { } failure
            ? [new Refusal(RefusalKind.Invalid, localizer["The template fails when a page is rendered with it: {0}", failure], "Content")]
            : [];
    }
}
