using Microsoft.Extensions.Localization;
using OrchardSite.Banners.Campaigns;
using OrchardSite.Content;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Banners.Ordering;

/// <param name="Id">The banner that is moved.</param>
/// <param name="PastId">Its neighbour, past which it is moved: the one before it or behind it, as the person saw them.</param>
public sealed record BannerMove(string Id, string PastId);

/// <summary>
/// Lets a banner change places with its neighbour. Their order is their own field, so each whose number changes gets a new version,
/// published where the former was. Scoped.
/// </summary>
public sealed class MoveBanner(SiteDbContext db, BannerBoard board, NumberBanner numbering, TenantCache<SiteCampaigns> campaigns, IStringLocalizer localizer)
{
    public async Task<OperationResult<bool>> RunAsync(BannerMove move, Actor actor, CancellationToken cancellationToken)
    {
        await using var work = await db.BeginAsync(cancellationToken);
        if (await WhyNotAsync(move) is { } ofDepartment)
        {
            return ofDepartment;
        }

        if (await board.FindAsync(move.Id, cancellationToken) is not { } found)
        {
            return new Refusal(RefusalKind.NotFound, localizer["There is no such banner."]);
        }

        var rows = found.Position.Rows.ToList();
        var (from, to) = (rows.FindIndex(row => row.Id == move.Id), rows.FindIndex(row => row.Id == move.PastId));
        if (to < 0 || Math.Abs(from - to) != 1)
        {
            return new Refusal(RefusalKind.Conflict, localizer["Somebody else has changed the order meanwhile. Look at it again."]);
        }

        foreach (var (row, number) in Renumbered(rows, from, to))
        {
            if (await numbering.RunAsync(row, number, actor, cancellationToken) is { Count: > 0 } refusals)
            {
                return OperationResult<bool>.Refused(refusals);
            }
        }

        await work.CommitAsync(cancellationToken);
        return true;
    }

    // What the department shows has its place by the campaign.
    private async Task<Refusal?> WhyNotAsync(BannerMove move)
    {
        foreach (var (campaign, _) in (await campaigns.GetAsync(db.TenantId)).All)
        {
            if (campaign.BannerIds.Contains(move.Id))
            {
                return new Refusal(RefusalKind.Forbidden, localizer["The banners of “{0}” are the department's: this site does not move them.", campaign.Name]);
            }

            if (campaign.BannerIds.Contains(move.PastId))
            {
                return new Refusal(RefusalKind.Conflict, campaign.IsMandatory
                    ? localizer["“{0}” is mandatory: its banners stand above those of the site.", campaign.Name]
                    : localizer["The banners of “{0}” stand below those of the site.", campaign.Name]);
            }
        }

        return null;
    }

    // Two that have numbers of their own change those; otherwise all are numbered, and those written whose number is another.
    private static IReadOnlyList<(BannerRow Row, int Number)> Renumbered(List<BannerRow> rows, int from, int to)
    {
        var (moved, past) = (rows[from], rows[to]);
        if (Number(moved) is { } one && Number(past) is { } other && one != other && rows.Count(row => Number(row) == one || Number(row) == other) == 2)
        {
            return [(moved, other), (past, one)];
        }

        (rows[from], rows[to]) = (past, moved);
        return [.. rows.Select((row, index) => (row, index + 1)).Where(pair => Number(pair.row) != pair.Item2)];
    }

    private static int? Number(BannerRow row) => row.Banner.Item.Number(SiteBanner.ContentType, "Order");
}
