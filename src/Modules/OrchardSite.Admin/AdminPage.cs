using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Tenants;
using OrchardSite.Users;

namespace OrchardSite.Admin;

/// <summary>A page of the dashboard. Who is not signed in is asked to; who may not see it is told what is missing.</summary>
[Authorize]
[PersonLanguage]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class AdminPage : PageModel
{
    private const string NoticeKey = "Notice";

    /// <summary>Who asks for the page, and what they may do on this site.</summary>
    public Actor Actor { get; private set; } = Actor.Anonymous;

    /// <summary>The settings of the site that the dashboard belongs to.</summary>
    public SiteSettings Site { get; private set; } = new();

    /// <summary>Why nothing was done; shown above the page's form, or beside the field that each is about.</summary>
    public IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    /// <summary>What the page before has done, in the person's language; shown once.</summary>
    [TempData(Key = NoticeKey)]
    public string? Notice { get; set; }

    /// <summary>What was done by this request though it refused something else; shown by the page itself.</summary>
    public string? Told { get; protected set; }

    /// <summary>The permission without which the page is not shown.</summary>
    protected virtual Permission Needed => AdminPermissions.AccessAdminPanel;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Site = await HttpContext.RequestServices.GetRequiredService<TenantCache<SiteSettings>>().GetAsync(HttpContext.Tenant().Id);
        var current = HttpContext.RequestServices.GetRequiredService<CurrentActor>();
        Actor = await current.GetAsync(User, HttpContext.RequestAborted);
        if (Missing() is { } missing)
        {
            context.Result = Forbidden(missing.Description);
            return;
        }

        await next();
    }

    /// <summary>A time as people of the site read it.</summary>
    public string LocalTime(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Site.TimeZone).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The answer to somebody who may see the page but not do what they asked for.</summary>
    /// <param name="missing">The description of the permission that is missing, in English.</param>
    protected ViewResult Forbidden(string missing)
    {
        ViewData["Missing"] = missing;
        return new ViewResult { ViewName = "/Pages/Admin/Shared/Forbidden.cshtml", ViewData = ViewData, TempData = TempData, StatusCode = StatusCodes.Status403Forbidden };
    }

    /// <summary>The page again with what was typed, and the reasons why nothing was done.</summary>
    protected PageResult Refused(IReadOnlyList<Refusal> refusals)
    {
        Refusals = refusals;
        Response.StatusCode = (int)refusals[0].Kind;
        return Page();
    }

    /// <returns>What the person lacks to see the page; null: nothing.</returns>
    protected virtual Permission? Missing() =>
        !Actor.Can(AdminPermissions.AccessAdminPanel) ? AdminPermissions.AccessAdminPanel : Actor.Can(Needed) ? null : Needed;
}
