namespace OrchardSite.Architecture.Tests;

public sealed class ReferenceTests
{
    // Each level uses only levels above its own line.
    private static readonly string[][] Levels =
    [
        ["OrchardSite.Kernel"],
        ["OrchardSite.Data"],
        ["OrchardSite.Data.Sqlite", "OrchardSite.Data.PostgreSql", "OrchardSite.Tenants"],
        ["OrchardSite.Users"],
        ["OrchardSite.Recipes", "OrchardSite.Theming"],
        ["OrchardSite.Admin"],
        ["OrchardSite.Deployment"],
        ["OrchardSite.Media", "OrchardSite.Audit"],
        ["OrchardSite.Content"],
        ["OrchardSite.Search", "OrchardSite.Workflows"],
        ["OrchardSite.Articles", "OrchardSite.Directives", "OrchardSite.Banners", "OrchardSite.Visits", "OrchardSite.Api"],
        ["OrchardSite.Web"],
    ];

    private static readonly IReadOnlyList<Manifest> Manifests = PortalServices.Get<FeatureCatalog>().Manifests;

    [Fact]
    public void Every_project_has_its_level() =>
        Repository.Projects.Select(project => project.Name).ShouldBe(Levels.SelectMany(level => level), ignoreOrder: true);

    [Fact]
    public void References_go_downward_only()
    {
        var upward =
            from project in Repository.Projects
            from reference in project.References
            where LevelOf(reference) >= LevelOf(project.Name)
            select $"{project.Name} uses {reference}";

        upward.ShouldBeEmpty();
    }

    [Fact]
    public void No_module_but_the_host_uses_a_database_provider() =>
        Repository.ModuleProjects.Where(module => module.Reach().Any(reference => reference.StartsWith("OrchardSite.Data.", StringComparison.Ordinal))).ShouldBeEmpty();

    [Fact]
    public void A_manifest_names_the_modules_that_the_project_uses()
    {
        foreach (var module in Repository.ModuleProjects)
        {
            var manifest = Manifests.Single(candidate => candidate.Id == module.Name);
            var named = manifest.Dependencies.SelectMany(dependency => Module(dependency).Reach().Append(dependency));

            OfModules(named).ShouldBe(OfModules(module.Reach()), ignoreOrder: true, customMessage: module.Name);
            module.References.Where(IsModule).ShouldBeSubsetOf(manifest.Dependencies, module.Name);
        }
    }

    [Fact]
    public void A_feature_depends_only_on_features_of_modules_that_its_own_may_use()
    {
        foreach (var manifest in Manifests)
        {
            var reachable = Module(manifest.Id).Reach().Append(manifest.Id).ToHashSet();
            var needed = manifest.Features.SelectMany(feature => feature.Dependencies);

            needed.Where(id => !Manifests.Any(other => reachable.Contains(other.Id) && other.Features.Any(feature => feature.Id == id))).ShouldBeEmpty(manifest.Id);
        }
    }

    private static SourceProject Module(string name) => Repository.Projects.Single(project => project.Name == name);

    private static bool IsModule(string name) => Repository.ModuleProjects.Any(module => module.Name == name);

    private static IEnumerable<string> OfModules(IEnumerable<string> names) => names.Where(IsModule).Distinct();

    private static int LevelOf(string name) => Array.FindIndex(Levels, level => level.Contains(name));
}
