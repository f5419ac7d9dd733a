using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;

namespace OrchardSite.Tenants;

/// <param name="Prefix">First path segment; empty: none.</param>
/// <param name="Hosts">Empty: every host.</param>
/// <param name="Recipe">Name of the recipe that will set it up.</param>
public sealed record NewTenant(string Name, string Prefix, IReadOnlyList<string> Hosts, string Recipe);

/// <summary>Adds a tenant that answers 503 until its recipe has set it up.</summary>
public sealed class CreateTenant(
    IDbContextFactory<SiteDbContext> contexts,
    TenantPlaces places,
    ISetupRecipes recipes,
    TimeProvider time,
    IStringLocalizer localizer)
{
    public async Task<OperationResult<TenantIdentity>> RunAsync(NewTenant tenant, Actor actor, CancellationToken cancellationToken = default)
    {
        if (!actor.IsHost)
        {
            return localizer.NotHost();
        }

        var hosts = TenantPlaces.Normalize(tenant.Hosts);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        // Writers come one after the other from here on, so what is checked still holds when it is committed.
        await using var work = await db.BeginAsync(cancellationToken);
        var others = await db.Set<TenantRecord>().AsNoTracking().ToListAsync(cancellationToken);
        var refusals = CheckName(tenant.Name, others).Concat(CheckRecipe(tenant.Recipe)).ToList();
        refusals.AddRange(await places.CheckAsync(others, tenant.Prefix, hosts, cancellationToken));
        if (refusals.Count > 0)
        {
            return OperationResult<TenantIdentity>.Refused(refusals);
        }

        var record = new TenantRecord
        {
            Name = tenant.Name,
            Hosts = string.Join(' ', hosts),
            Prefix = tenant.Prefix,
            Recipe = tenant.Recipe,
            CreatedUtc = time.GetUtcNow().UtcDateTime,
        };
        db.Add(record);
        await db.SaveChangesAsync(cancellationToken);
        db.Add(new Change { TenantId = record.Id, Kind = ChangeKind.TenantChanged, OccurredUtc = record.CreatedUtc });
        await work.CommitAsync(cancellationToken);

        await using var own = contexts.CreateForTenant(record.Id);
        own.Audit(nameof(CreateTenant), actor, time, record.Name);
        await own.CommitAsync(cancellationToken);
        return new TenantIdentity(record.Id, record.Name);
    }

    private IEnumerable<Refusal> CheckName(string name, List<TenantRecord> others)
    {
        if (!TenantNames.IsName(name))
        {
            yield return new Refusal(
                RefusalKind.Invalid,
                localizer["The name {0} may have letters without accents, digits and single hyphens only, at most {1}.", name, TenantNames.Longest],
                nameof(NewTenant.Name));
        }
        else if (others.Exists(other => string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            yield return new Refusal(RefusalKind.Conflict, localizer["There is already a site with the name {0}.", name], nameof(NewTenant.Name));
        }
    }

    private IEnumerable<Refusal> CheckRecipe(string name)
    {
        if (!recipes.SetupRecipeNames.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            yield return new Refusal(
                RefusalKind.Invalid,
                localizer["There is no set-up recipe {0}; there are: {1}.", name, string.Join(", ", recipes.SetupRecipeNames)],
                nameof(NewTenant.Recipe));
        }
    }
}
