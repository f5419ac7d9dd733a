namespace OrchardSite.Deployment;

/// <summary>
/// Takes what a module keeps of a site out, as steps of a recipe that bring the same in elsewhere. Scoped: works for the
/// current tenant. What names the site, secrets, accounts and what tells of people never goes in; of content only what the
/// person may read.
/// </summary>
public interface IDeploymentSource
{
    PackagePart Part { get; }

    /// <returns>What can be taken alone; none where the part is whole or nothing.</returns>
    ValueTask<IReadOnlyList<PackageOption>> OptionsAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<PackageOption>>([]);

    /// <summary>Writes the steps one thing after the other, so that a large site needs no more memory than a small one.</summary>
    Task WriteAsync(PackageChoice choice, RecipeOutput recipe, Actor actor, CancellationToken cancellationToken);
}
