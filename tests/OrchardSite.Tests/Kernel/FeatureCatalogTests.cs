namespace OrchardSite.Tests.Kernel;

public sealed class FeatureCatalogTests
{
    private static readonly FeatureCatalog Catalog = new(
    [
        new Manifest("Base", "Base", "", [], new Feature("Base", "Base", "") { AlwaysEnabled = true, Covers = ["OrchardCore.Base"] }),
        new Manifest("Content", "Content", "", ["Base"], new Feature("Content", "Content", "", "Base"), new Feature("Preview", "Preview", "", "Content")),
        new Manifest("Articles", "Articles", "", ["Content"], new Feature("Articles", "Articles", "", "Preview", "Content")),
    ]);

    [Fact]
    public void A_feature_is_found_by_its_own_id_and_by_the_Orchard_Core_id_it_covers()
    {
        Catalog.Find("Base").ShouldNotBeNull().ShouldBeSameAs(Catalog.Find("OrchardCore.Base"));
        Catalog.Find("base").ShouldBeNull();
        Catalog.Find("OrchardCore.Fax").ShouldBeNull();
        Catalog.AlwaysEnabled.ShouldBe(["Base"]);
    }

    [Fact]
    public void A_feature_comes_after_all_it_depends_on_each_once() =>
        Catalog.WithDependencies(Catalog.Find("Articles")!).Select(feature => feature.Id).ShouldBe(["Base", "Content", "Preview", "Articles"]);

    [Fact]
    public void Who_depends_on_a_feature_however_far_away_is_told_if_it_is_enabled()
    {
        Catalog.Dependents(Catalog.Find("Base")!, new HashSet<string> { "Base", "Content", "Articles" }).Select(feature => feature.Id).ShouldBe(["Content", "Articles"]);
        Catalog.Dependents(Catalog.Find("Articles")!, new HashSet<string> { "Base", "Content", "Articles" }).ShouldBeEmpty();
    }

    [Fact]
    public void A_dependency_that_no_module_has_is_named()
    {
        var catalog = new FeatureCatalog([new Manifest("A", "A", "", [], new Feature("A", "A", "", "B"))]);

        Should.Throw<InvalidOperationException>(() => catalog.WithDependencies(catalog.Find("A")!).ToList()).Message.ShouldBe("Feature A depends on B, which no module has.");
    }
}
