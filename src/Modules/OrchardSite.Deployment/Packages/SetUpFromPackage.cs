using OrchardSite.Recipes;

namespace OrchardSite.Deployment;

/// <summary>Sets a site that was only added up from a package, and opens it. When that fails it is as before.</summary>
public sealed class SetUpFromPackage(UnpackPackage unpack, PackageFolders folders, RecipeCatalog catalog, SetUpTenant setUp)
{
    /// <param name="package">Can be read several times.</param>
    /// <param name="siteName">What readers will call it.</param>
    public async Task<OperationResult<RecipeOutcome>> RunAsync(
        Stream package, TenantIdentity tenant, string siteName, Actor actor, CancellationToken cancellationToken = default)
    {
        var unpacked = await unpack.RunAsync(package, tenant.Id, owner: null, cancellationToken);
        if (!unpacked.Succeeded)
        {
            return OperationResult<RecipeOutcome>.Refused(unpacked.Refusals);
        }

        var key = unpacked.Value.Key;
        try
        {
            var recipe = catalog.OpenPackage(Path.Combine(folders.Find(tenant.Id, owner: null, key)!, PackageManifest.RecipeName));
            var parameters = new Dictionary<string, string> { [SetUpTenant.SiteName] = siteName };
            return await setUp.RunAsync(tenant.Name, recipe, parameters, progress: null, actor, cancellationToken);
        }
        catch (RecipeException failure)
        {
            return new Refusal(RefusalKind.Invalid, failure.Message);
        }
        finally
        {
            folders.Remove(tenant.Id, key);
        }
    }
}
