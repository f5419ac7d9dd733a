using System.Data.Common;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Theming.Liquid;
using OrchardSite.Users;

namespace OrchardSite.Theming.Templates;

/// <summary>Which of its own templates a site uses for a page, and what becomes of one that fails. Scoped.</summary>
public sealed partial class OwnTemplates(
    TenantCache<SiteTemplates> templates, LiquidEngine engine, IServiceScopeFactory scopes, ILogger<OwnTemplates> logger)
{
    /// <summary>The query parameter that names a template of which the person wants to see their draft.</summary>
    public const string PreviewParameter = "template-preview";

    /// <summary>Gives the page the site's templates: for most sites there are none.</summary>
    public async ValueTask UseAsync(PageRendering page)
    {
        page.Templates = await templates.GetAsync(page.Tenant!.Id);
        if (page.Http.Request.QueryString.Value?.Contains(PreviewParameter, StringComparison.Ordinal) == true && await FindDraftAsync(page.Http) is { } draft)
        {
            page.Templates = page.Templates.With(draft);
            page.IsTrial = true;
        }
    }

    /// <summary>Readers get the theme's template from now on in the place of the one that failed, and the site's administrators are told.</summary>
    public async Task SetAsideAsync(PageRendering page, Exception failure)
    {
        LogFailure(logger, page.FailedTemplate?.Name ?? "", page.Tenant!.Name, page.Path, failure);
        // What the database did for a moment is no fault of the template.
        if (failure is DbException or TimeoutException || page.FailedTemplate is not { Number: > 0 } template)
        {
            return;
        }

        // A scope of its own: the request's may be what failed.
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Enter(page.Tenant.Identity);
        await scope.ServiceProvider.GetRequiredService<SetTemplateAside>().RunAsync(template.Name, template.Number, $"{page.Path}: {failure.Message}", CancellationToken.None);
    }

    private async Task<SiteTemplate?> FindDraftAsync(HttpContext http)
    {
        var services = http.RequestServices;
        var actor = await services.GetRequiredService<CurrentActor>().GetAsync(http.User, http.RequestAborted);
        if (actor.AccountId is not { } accountId || !actor.Can(TemplatePermissions.ManageTemplates))
        {
            return null;
        }

        var name = http.Request.Query[PreviewParameter].ToString();
        var draft = await services.GetRequiredService<SiteDbContext>().Set<TemplateDraft>().AsNoTracking()
            .FirstOrDefaultAsync(row => row.AccountId == accountId && row.Name == name, http.RequestAborted);
        return draft is not null && engine.TryParse(draft.Content, out _) is { } template ? new SiteTemplate(name, 0, template) : null;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The template {Template} of the site {Site} failed on {Path}; the theme's own was shown")]
    private static partial void LogFailure(ILogger logger, string template, string site, string path, Exception exception);
}
