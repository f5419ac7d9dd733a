using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;

namespace OrchardSite.Theming.Templates;

/// <summary>Shows the theme's own template again. The site's stays among its earlier versions.</summary>
public sealed class TakeTemplateBack(SiteDbContext db, TemplateHistory history, TimeProvider time, IStringLocalizer localizer)
{
    /// <param name="number">Of the version that the person saw.</param>
    public async Task<OperationResult<int>> RunAsync(string name, int number, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!actor.Can(TemplatePermissions.ManageTemplates))
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not change templates."]);
        }

        await using var work = await db.BeginAsync(cancellationToken);
        var newest = await db.Set<TemplateVersion>().AsNoTracking().Where(row => row.Name == name).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellationToken);
        if (newest?.Content is null)
        {
            return new Refusal(RefusalKind.NotFound, localizer["The site has no template “{0}” of its own.", name]);
        }

        if (newest.Number != number)
        {
            return TemplateHistory.Stale(localizer);
        }

        var version = new TemplateVersion
        {
            Name = name, Number = number + 1, ThemeHash = newest.ThemeHash, Author = actor.Name, AuthorId = actor.AccountId, SavedUtc = time.GetUtcNow().UtcDateTime,
        };
        return await history.WriteAsync(work, version, actor, nameof(TakeTemplateBack), localizer, cancellationToken);
    }
}
