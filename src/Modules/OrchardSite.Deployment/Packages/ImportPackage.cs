using Microsoft.Extensions.Localization;
using OrchardSite.Recipes;

namespace OrchardSite.Deployment;

/// <param name="Key">By which the same person runs it.</param>
/// <param name="Title">The name of the site that it was taken from.</param>
/// <param name="Changes">What it would change.</param>
/// <param name="HasList">False where nobody can tell whether its files are those that were packed.</param>
public sealed record PlannedPackage(string Key, string Title, IReadOnlyList<RecipeChange> Changes, bool HasList);

/// <summary>Brings a package into the current site: first looked at and planned, then run as a whole or not at all. Scoped.</summary>
public sealed class ImportPackage(
    UnpackPackage unpack, PackageFolders folders, RecipeCatalog catalog, ApplyRecipe apply, CurrentTenant tenant, IStringLocalizer localizer)
{
    private static readonly Dictionary<string, string> NoParameters = [];

    /// <param name="zip">Can be read several times.</param>
    /// <returns>What a run would change now. Of a package that is refused nothing is kept.</returns>
    public async Task<OperationResult<PlannedPackage>> PlanAsync(Stream zip, Actor actor, CancellationToken cancellationToken = default)
    {
        if (Forbid(actor) is { } forbidden)
        {
            return forbidden;
        }

        var unpacked = await unpack.RunAsync(zip, tenant.Id, actor.AccountId, cancellationToken);
        if (!unpacked.Succeeded)
        {
            return OperationResult<PlannedPackage>.Refused(unpacked.Refusals);
        }

        var (key, hasList) = unpacked.Value;
        var planned = await ApplyAsync(key, planOnly: true, actor, cancellationToken);
        if (planned.Succeeded)
        {
            return new PlannedPackage(key, planned.Value.Recipe.DisplayName, planned.Value.Changes, hasList);
        }

        folders.Remove(tenant.Id, key);
        return OperationResult<PlannedPackage>.Refused(planned.Refusals);
    }

    /// <summary>Runs a package that was planned; what it has really done may differ from the plan, if the site has changed since.</summary>
    public async Task<OperationResult<RecipeOutcome>> RunAsync(string key, Actor actor, CancellationToken cancellationToken = default)
    {
        if (Forbid(actor) is { } forbidden)
        {
            return forbidden;
        }

        var done = await ApplyAsync(key, planOnly: false, actor, cancellationToken);
        if (done.Succeeded)
        {
            folders.Remove(tenant.Id, key);
        }

        return done;
    }

    /// <summary>Throws a package away that was planned and will not be run.</summary>
    public void Forget(string key) => folders.Remove(tenant.Id, key);

    private Refusal? Forbid(Actor actor) => actor.Can(DeploymentPermissions.Import)
        ? null
        : new Refusal(RefusalKind.Forbidden, localizer["You may not bring packages into this site: the permission {0} is missing.", DeploymentPermissions.Import.Name]);

    private async Task<OperationResult<RecipeOutcome>> ApplyAsync(string key, bool planOnly, Actor actor, CancellationToken cancellationToken)
    {
        if (folders.Find(tenant.Id, actor.AccountId, key) is not { } folder)
        {
            return new Refusal(RefusalKind.NotFound, localizer["The package is no longer here: upload it again."]);
        }

        try
        {
            var recipe = catalog.OpenPackage(Path.Combine(folder, PackageManifest.RecipeName));
            return await apply.RunAsync(recipe, planOnly, NoParameters, actor, cancellationToken);
        }
        catch (RecipeException failure)
        {
            return new Refusal(RefusalKind.Invalid, failure.Message);
        }
    }
}
