using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Tenants;
using OrchardSite.Text;

namespace OrchardSite.Recipes;

/// <summary>Runs a new tenant's recipe, or that of a package, and opens the tenant. When the recipe fails, nothing of it is left and it can be tried again.</summary>
public sealed class SetUpTenant(IServiceProvider services, IDbContextFactory<SiteDbContext> contexts, RecipeCatalog catalog, TimeProvider time, IStringLocalizer localizer)
{
    /// <summary>The parameter that every set-up needs.</summary>
    public const string SiteName = "SiteName";

    /// <param name="parameters">What the recipe asks for: SiteName, and AdminEmail, AdminUsername, UnitContent where it uses them.</param>
    /// <exception cref="RecipeException">The tenant cannot be set up; the message says why.</exception>
    public Task<RecipeOutcome> RunAsync(
        string tenantName, IReadOnlyDictionary<string, string> parameters, IProgress<string>? progress, Actor actor, CancellationToken cancellationToken = default) =>
        RunAsync(tenantName, package: null, parameters, progress, actor, cancellationToken);

    /// <param name="package">What the site is made from in the place of its recipe; null: its recipe.</param>
    /// <exception cref="RecipeException">The tenant cannot be set up; the message says why.</exception>
    public async Task<RecipeOutcome> RunAsync(
        string tenantName,
        RecipeDescriptor? package,
        IReadOnlyDictionary<string, string> parameters,
        IProgress<string>? progress,
        Actor actor,
        CancellationToken cancellationToken = default)
    {
        if (!actor.IsHost)
        {
            throw Error(tenantName, localizer["Only an administrator of the whole installation may manage its sites."]);
        }

        var tenant = await FindAsync(tenantName, cancellationToken) ?? throw Error(tenantName, localizer["There is no site with the name {0}.", tenantName]);
        if (tenant.State != TenantState.Uninitialized)
        {
            throw AlreadySetUp(tenant);
        }

        if (string.IsNullOrWhiteSpace(parameters.GetValueOrDefault(SiteName)))
        {
            throw Error(tenant.Name, localizer["{0} is missing.", SiteName]);
        }

        var recipe = package ?? catalog.Find(tenant.Recipe) ?? throw Error(tenant.Name, localizer["There is no recipe {0}.", tenant.Recipe]);
        await using var scope = services.CreateTenantScope(new TenantIdentity(tenant.Id, tenant.Name));
        // What a recipe of the portal brings along nobody has written, so it waits for nobody's approval.
        var run = new RecipeRun(Actor.Host(actor.Name), planOnly: false, parameters, progress);
        return await scope.ServiceProvider.GetRequiredService<RunRecipe>().RunAsync(recipe, run, FinishAsync, cancellationToken);

        async Task FinishAsync(SiteDbContext db, CancellationToken token)
        {
            if (package is not null)
            {
                // What names a site does not travel.
                await NameAsync(scope.ServiceProvider.GetRequiredService<SaveSiteDocument>(), parameters[SiteName], run.Actor, token);
            }

            await OpenAsync(db, parameters, actor, token);
        }
    }

    private static async Task NameAsync(SaveSiteDocument documents, string name, Actor actor, CancellationToken cancellationToken)
    {
        var settings = await documents.ReadAsync(SiteSettings.Document, cancellationToken) as JsonObject ?? [];
        settings[nameof(SiteSettings.SiteName)] = VietnameseText.ToNfc(name.Trim());
        await documents.RunAsync(SiteSettings.Document, settings, actor, cancellationToken: cancellationToken);
    }

    private async Task<TenantRecord?> FindAsync(string name, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var lowerName = name.ToLowerInvariant();
        return await db.Set<TenantRecord>().AsNoTracking().FirstOrDefaultAsync(tenant => tenant.Name.ToLower() == lowerName, cancellationToken);
    }

    private async Task OpenAsync(SiteDbContext db, IReadOnlyDictionary<string, string> parameters, Actor actor, CancellationToken cancellationToken)
    {
        var tenant = await db.Set<TenantRecord>().SingleAsync(tenant => tenant.Id == db.TenantId, cancellationToken);
        // Somebody else may have set it up while this run waited for its turn to write.
        if (tenant.State != TenantState.Uninitialized)
        {
            throw AlreadySetUp(tenant);
        }

        db.Add(SiteParameters.DocumentOf(parameters));
        tenant.State = TenantState.Running;
        tenant.Revision++;
        db.RecordTenantChange(tenant.Id, nameof(SetUpTenant), actor, time, tenant.Recipe);
    }

    private RecipeException AlreadySetUp(TenantRecord tenant) => Error(tenant.Name, localizer["The site {0} has been set up already.", tenant.Name]);

    private static RecipeException Error(string tenantName, string message) => new(tenantName, null, null, message);
}
