using Microsoft.Extensions.Localization;
using OrchardSite.Admin.Home;

namespace OrchardSite.Content.Health;

/// <param name="First">Some of the items concerned.</param>
public sealed record HealthTile(HealthKind Kind, IReadOnlyList<HealthLine> First);

/// <summary>What is to be mended, on the desk of who sees the content; nothing where all is well.</summary>
internal static class HealthTiles
{
    private const int Most = 3;

    public static async Task<DashboardTile?> OfAsync(HealthKind kind, HealthList list, Func<HealthCount, string> title, Actor actor, CancellationToken cancellationToken) =>
        await list.CountAsync(kind, actor, cancellationToken) is { Cases: > 0 } count
            ? new DashboardTile(title(count), "/Pages/Admin/Desk/_Health.cshtml", new HealthTile(kind, await list.FirstAsync(kind, Most, actor, cancellationToken)))
            : null;
}

internal sealed class BrokenLinks(HealthList list, IStringLocalizer localizer) : IDashboardTile
{
    public int Position => 8;

    public Task<DashboardTile?> ForAsync(Actor actor, CancellationToken cancellationToken) =>
        HealthTiles.OfAsync(HealthKind.Links, list, count => localizer["Broken links: {0}", count.Cases], actor, cancellationToken);
}

internal sealed class SilentPictures(HealthList list, IStringLocalizer localizer) : IDashboardTile
{
    public int Position => 8;

    public Task<DashboardTile?> ForAsync(Actor actor, CancellationToken cancellationToken) =>
        HealthTiles.OfAsync(HealthKind.Pictures, list, count => localizer["Pictures without a description: {0}", count.Cases], actor, cancellationToken);
}

internal sealed class HardTexts(HealthList list, IStringLocalizer localizer) : IDashboardTile
{
    public int Position => 8;

    public Task<DashboardTile?> ForAsync(Actor actor, CancellationToken cancellationToken) =>
        HealthTiles.OfAsync(HealthKind.Texts, list, count => localizer["Pages with faulty headings or contrast: {0}", count.Items], actor, cancellationToken);
}
