using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Recipes;
using OrchardSite.Tenants;

namespace OrchardSite.Deployment.Fleet;

/// <param name="Recipe">Its name; empty, to compare: for each site the one it was set up with.</param>
/// <param name="Sites">Technical names.</param>
public sealed record NewFleetRun(string Recipe, IReadOnlyCollection<string> Sites, FleetKind Kind);

/// <summary>Begins a recipe on many sites; <see cref="KeepFleetRuns"/> goes on with it. There is one such run at a time.</summary>
public sealed class StartFleetRun(IDbContextFactory<SiteDbContext> contexts, TenantDirectory tenants, RecipeCatalog catalog, TimeProvider time, IStringLocalizer localizer)
{
    // As many as are read at a glance; the others are counted.
    private const int MostNamed = 10;

    /// <returns>The number of the run.</returns>
    public async Task<OperationResult<int>> RunAsync(NewFleetRun asked, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!actor.IsHost)
        {
            return localizer.NotHost();
        }

        if (Check(asked) is { } refusal)
        {
            return refusal;
        }

        await using var db = contexts.CreateForTenant(tenants.Find(TenantNames.DefaultTenant)!.Id);
        await using var work = await db.BeginAsync(cancellationToken);
        if (await db.Set<FleetRun>().AnyAsync(run => run.State == FleetRunState.Running, cancellationToken))
        {
            return new Refusal(RefusalKind.Conflict, localizer["A recipe is being run on many sites already. Wait until it has ended, or stop it."]);
        }

        var now = time.GetUtcNow().UtcDateTime;
        var run = new FleetRun { Recipe = asked.Recipe, Kind = asked.Kind, StartedBy = actor.Name, Culture = CultureInfo.CurrentUICulture.Name, StartedUtc = now };
        db.Add(run);
        await db.SaveChangesAsync(cancellationToken);
        var ids = asked.Sites.Select(name => tenants.Find(name)!.Id).Distinct().ToArray();
        db.AddRange(ids.Select(id => new FleetSite { RunId = run.Id, TenantId = id }));
        db.Add(AuditEntry.Of(actor, nameof(StartFleetRun), now, detail: string.Create(CultureInfo.InvariantCulture, $"{run.Title}: {ids.Length}")));
        await work.CommitAsync(cancellationToken);
        return run.Id;
    }

    private Refusal? Check(NewFleetRun asked)
    {
        try
        {
            if (catalog.Find(asked.Recipe) is null && (asked.Recipe.Length > 0 || asked.Kind != FleetKind.Compare))
            {
                return new Refusal(RefusalKind.NotFound, localizer["There is no recipe {0}.", asked.Recipe], nameof(asked.Recipe));
            }
        }
        catch (RecipeException failure)
        {
            return new Refusal(RefusalKind.Invalid, failure.Message, nameof(asked.Recipe));
        }

        if (asked.Sites.Count == 0)
        {
            return new Refusal(RefusalKind.Invalid, localizer["Choose the sites."], nameof(asked.Sites));
        }

        if (asked.Sites.FirstOrDefault(name => tenants.Find(name) is null) is { } unknown)
        {
            return new Refusal(RefusalKind.NotFound, localizer["There is no site with the name {0}.", unknown], nameof(asked.Sites));
        }

        var closed = asked.Sites.Where(name => tenants.Find(name)!.State != TenantState.Running).Order(StringComparer.Ordinal).ToArray();
        var named = string.Join(", ", closed.Take(MostNamed)) + (closed.Length > MostNamed ? ", …" : "");
        return closed.Length == 0 ? null : new Refusal(RefusalKind.Conflict, localizer["A recipe is run on sites that are open; these are not: {0}.", named], nameof(asked.Sites));
    }
}
