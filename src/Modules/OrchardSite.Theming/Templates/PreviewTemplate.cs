using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;

namespace OrchardSite.Theming.Templates;

/// <summary>Keeps what a person has typed so that they, and nobody else, see pages with it.</summary>
public sealed class PreviewTemplate(SiteDbContext db, ThemeTemplates theme, TemplateTrial trial, TimeProvider time, IStringLocalizer localizer)
{
    /// <param name="path">Of the page to look at, inside the site.</param>
    /// <returns>The address of the page inside the site, with a slash at the start.</returns>
    public async Task<OperationResult<string>> RunAsync(string name, string content, string path, Actor actor, CancellationToken cancellationToken = default)
    {
        if (actor.AccountId is not { } accountId || !actor.Can(TemplatePermissions.ManageTemplates))
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not change templates."]);
        }

        if (theme.Find(name) is null)
        {
            return new Refusal(RefusalKind.NotFound, localizer["The theme has no template named “{0}”.", name], "Name");
        }

        var text = content.ReplaceLineEndings("\n");
        if (await trial.RunAsync(name, text) is { Count: > 0 } refusals)
        {
            return OperationResult<string>.Refused(refusals);
        }

        var draft = await db.Set<TemplateDraft>().FirstOrDefaultAsync(row => row.AccountId == accountId && row.Name == name, cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        if (draft is null)
        {
            db.Add(new TemplateDraft { AccountId = accountId, Name = name, Content = text, SavedUtc = now });
        }
        else
        {
            (draft.Content, draft.SavedUtc) = (text, now);
        }

        await db.CommitAsync(cancellationToken);
        return "/" + path.TrimStart('/', '\\').Split('?', '#')[0] + QueryString.Create(OwnTemplates.PreviewParameter, name);
    }
}
