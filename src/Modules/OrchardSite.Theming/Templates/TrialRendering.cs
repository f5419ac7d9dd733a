using System.Globalization;
using Fluid;
using Microsoft.AspNetCore.Http;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Theming.Templates;

/// <summary>Renders a page that nobody gets with a template that is not in use yet. Scoped.</summary>
public sealed class TrialRendering(
    SiteDbContext db, TenantDirectory tenants, TenantCache<SiteSettings> settings, TenantCache<SiteTemplates> templates, PageRenderer renderer, TrialServices trial)
{
    /// <returns>Why the template fails where the theme's own does not; null where it does not fail.</returns>
    public async Task<string?> RunAsync(string name, IFluidTemplate template)
    {
        // Before a site is running there is no page of it to render.
        if (tenants.Find(db.TenantId) is not { State: TenantState.Running } tenant)
        {
            return null;
        }

        var current = (await templates.GetAsync(tenant.Id)).Without(name);
        if (await FailureAsync(tenant, name, current.With(new SiteTemplate(name, 0, template))) is not { } failure)
        {
            return null;
        }

        return await FailureAsync(tenant, name, current) is null ? failure.Message : null;
    }

    private async Task<Exception?> FailureAsync(Tenant tenant, string name, SiteTemplates used)
    {
        var http = new DefaultHttpContext { RequestServices = trial.Services };
        http.Request.Method = HttpMethods.Get;
        http.Request.Scheme = Uri.UriSchemeHttps;
        http.Request.Host = new HostString("localhost");
        http.Request.Path = "/";
        var site = await settings.GetAsync(tenant.Id);
        var page = new PageRendering(http, tenant, site, CultureInfo.GetCultureInfo(site.Culture), trial.Now, asOf: 0) { IsTrial = true, Templates = used };
        try
        {
            await renderer.RenderAsync(page, await SampleAsync(name, page) ?? new Shape(name));
            return null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return exception;
        }
    }

    private async ValueTask<Shape?> SampleAsync(string name, PageRendering page)
    {
        if (name == PageRenderer.LayoutName)
        {
            return new Shape("NotFound") { ["Path"] = "/" };
        }

        foreach (var sample in trial.Samples)
        {
            if (await sample.FindAsync(name, page) is { } shape)
            {
                return shape;
            }
        }

        return null;
    }
}

/// <summary>What a trial needs beside the page. Scoped.</summary>
public sealed class TrialServices(IServiceProvider services, IEnumerable<ITemplateSample> samples, TimeProvider time)
{
    public IServiceProvider Services { get; } = services;

    public IEnumerable<ITemplateSample> Samples { get; } = samples;

    /// <summary>UTC.</summary>
    public DateTime Now => time.GetUtcNow().UtcDateTime;
}
