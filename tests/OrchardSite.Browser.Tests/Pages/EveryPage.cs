using OrchardSite.Browser.Tests.Browsing;

namespace OrchardSite.Browser.Tests.Pages;

/// <summary>What holds for each page, whatever it shows. One class per screen, so that both are read at once.</summary>
public abstract class EveryPage(ReadersPortal portal, Screen screen)
{
    private const int LargestPage = 60 * 1024;

    public static TheoryData<string> Paths => ReadersPages.All;

    [Theory]
    [MemberData(nameof(Paths))]
    public Task Is_accessible_light_and_free_of_faults(string path) => portal.VisitAsync(path, screen, async visit =>
    {
        visit.Answer.Status.ShouldBe(path.EndsWith(ReadersPages.Missing, StringComparison.Ordinal) ? 404 : 200);
        (await visit.Answer.BodyAsync()).Length.ShouldBeLessThan(LargestPage);
        (await visit.OverflowAsync()).ShouldBe(0);
        (await visit.EvaluateAsync<string[]>("() => [...document.images].filter(image => image.complete && image.naturalWidth === 0).map(image => image.src)")).ShouldBeEmpty();
        (await Accessibility.ViolationsAsync(visit.Page)).ShouldBeEmpty();
        visit.Faults.ShouldBeEmpty();
    });
}

public sealed class EveryPageOnAPhone(ReadersPortal portal) : EveryPage(portal, Screen.Phone);

public sealed class EveryPageOnADesktop(ReadersPortal portal) : EveryPage(portal, Screen.Desktop);
