using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OrchardSite.Data;
using OrchardSite.Deployment.Fleet;
using OrchardSite.Tenants;
using OrchardSite.Tests.Content;
using OrchardSite.Tests.Hosting;
using OrchardSite.Tests.Tenants;

namespace OrchardSite.Tests.Deployment;

/// <summary>Many sites, and recipes on them, as tests need them.</summary>
internal static class Fleet
{
    /// <summary>A small recipe of the portal that every site can run.</summary>
    public const string Recipe = "portal-admin-menu";

    public static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"don-vi-{number:000}");

    /// <summary>Open sites with nothing in them: what a recipe brings is all that they have.</summary>
    public static Task<int> AddEmptySitesAsync(this PortalApp portal, int count) => portal.ReadAsync(PortalApp.Department, async db =>
    {
        var now = portal.Clock.GetUtcNow().UtcDateTime;
        var sites = Enumerable.Range(1, count)
            .Select(number => new TenantRecord { Name = NameOf(number), Prefix = NameOf(number), State = TenantState.Running, Recipe = "partner-unit", CreatedUtc = now }).ToList();
        db.AddRange(sites);
        await db.SaveChangesAsync();
        db.Changes.AddRange(sites.Select(site => new Change { TenantId = site.Id, Kind = ChangeKind.TenantChanged, OccurredUtc = now }));
        await db.CommitAsync();
        return count;
    });

    /// <summary>What the site keeps as its menu of the dashboard is no JSON any more.</summary>
    public static Task<int> BreakAsync(this PortalApp portal, string site) => portal.ReadAsync(site, async db =>
    {
        db.Add(new SiteDocument { Name = "admin-menu", Json = "{" });
        return await db.SaveChangesAsync();
    });

    public static Task<int> MendAsync(this PortalApp portal, string site) =>
        portal.ReadAsync(site, db => db.Set<SiteDocument>().Where(document => document.Name == "admin-menu").ExecuteDeleteAsync());

    public static Task<OperationResult<int>> StartFleetAsync(this PortalApp portal, IReadOnlyCollection<string> sites, FleetKind kind = FleetKind.Run, string recipe = Recipe, Actor? actor = null) =>
        portal.AsHostAsync(services => services.GetRequiredService<StartFleetRun>().RunAsync(new NewFleetRun(recipe, sites, kind), actor ?? Sites.Administrator));

    /// <summary>All that the background does now.</summary>
    public static Task GoOnAsync(this PortalApp portal) => portal.Services.GetRequiredService<KeepFleetRuns>().RunAsync(TestContext.Current.CancellationToken);

    public static Task<FleetSummary> FleetAsync(this PortalApp portal, int id) =>
        portal.InTenantAsync(PortalApp.Department, async services => (await services.GetRequiredService<FleetRuns>().FindAsync(id, TestContext.Current.CancellationToken)).ShouldNotBeNull());

    public static Task<IReadOnlyList<FleetResult>> ResultsAsync(this PortalApp portal, int id, FleetSiteState? state = null) =>
        portal.InTenantAsync(PortalApp.Department, services => services.GetRequiredService<FleetRuns>().ResultsAsync(id, state, TestContext.Current.CancellationToken));
}
