using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using OrchardSite.Content;
using OrchardSite.Content.Definitions;
using OrchardSite.Data;
using OrchardSite.Media;
using OrchardSite.Tenants;

namespace OrchardSite.Banners.Campaigns;

/// <param name="Id">Null for a new one.</param>
/// <param name="Revision">Of the campaign as the person saw it.</param>
/// <param name="Sites">Technical names; not looked at where it is for all.</param>
public sealed record CampaignEdit(
    string? Id, int Revision, string Name, string Position, IReadOnlyList<string> BannerIds, bool IsForAll, IReadOnlyList<string> Sites, DateTime? StartUtc, DateTime? EndUtc, bool IsMandatory);

/// <summary>What a campaign must be before it is saved. Scoped: works for the department's site.</summary>
public sealed class CampaignCheck(SiteDbContext db, TenantDirectory tenants, DefinitionStore definitions, IOptions<MediaOptions> media, TimeProvider time, IStringLocalizer localizer)
{
    public const int MostBanners = 20;

    /// <param name="former">The sites that the campaign has already: one that was switched off since may stay.</param>
    public async Task<IReadOnlyList<Refusal>> RunAsync(CampaignEdit edit, IReadOnlyList<string> former, CancellationToken cancellationToken)
    {
        var positions = (await definitions.GetAsync()).Find(SiteBanner.ContentType)?.FindPart(SiteBanner.ContentType)?.Fields.FirstOrDefault(field => field.Name == "Position")?.Options ?? [];
        return
        [
            .. CheckName(edit),
            .. positions.Any(option => option.Value == edit.Position) ? [] : (Refusal[])[Refuse("Position", localizer["Choose a position."])],
            .. await CheckBannersAsync(edit, cancellationToken),
            .. CheckSites(edit, former),
            .. CheckTimes(edit),
        ];
    }

    private IEnumerable<Refusal> CheckName(CampaignEdit edit)
    {
        if (edit.Name.Length is 0 or > BannerCampaign.LongestName)
        {
            yield return Refuse("Name", localizer["A campaign has a name of up to {0} characters.", BannerCampaign.LongestName]);
        }
    }

    private async Task<IReadOnlyList<Refusal>> CheckBannersAsync(CampaignEdit edit, CancellationToken cancellationToken)
    {
        if (edit.BannerIds.Count is 0 or > MostBanners)
        {
            return [Refuse("Banners", localizer["Choose 1 to {0} banners.", MostBanners])];
        }

        var ids = edit.BannerIds.ToArray();
        var items = await db.Set<ContentItem>().AsNoTracking().Where(row => ids.Contains(row.Id) && row.ContentType == SiteBanner.ContentType && row.DeletedUtc == null).ToListAsync(cancellationToken);
        var refusals = new List<Refusal>();
        if (items.Count < ids.Distinct().Count())
        {
            refusals.Add(Refuse("Banners", localizer["One of the banners is not there any more."]));
        }

        foreach (var item in items)
        {
            if (!item.IsPublic)
            {
                refusals.Add(Refuse("Banners", localizer["“{0}” is not published.", item.LatestText]));
            }
            else if (new ContentView(item).Texts(SiteBanner.ContentType, "Image", "Paths").Any(media.Value.IsSecured))
            {
                refusals.Add(Refuse("Banners", localizer["The picture of “{0}” is in a folder that readers may not see.", item.DisplayText]));
            }
        }

        return refusals;
    }

    private IEnumerable<Refusal> CheckSites(CampaignEdit edit, IReadOnlyList<string> former)
    {
        if (edit.IsForAll)
        {
            yield break;
        }

        if (edit.Sites.Count == 0)
        {
            yield return Refuse("Sites", localizer["Choose at least one site, or all."]);
        }

        foreach (var name in edit.Sites)
        {
            if (tenants.Find(name) is not { } site || site.Id == db.TenantId)
            {
                yield return Refuse("Sites", localizer["There is no site “{0}” of a unit.", name]);
            }
            else if (site.State != TenantState.Running && !former.Contains(site.Name, StringComparer.OrdinalIgnoreCase))
            {
                yield return Refuse("Sites", localizer["The site “{0}” is switched off.", site.Name]);
            }
        }
    }

    private IEnumerable<Refusal> CheckTimes(CampaignEdit edit)
    {
        if (edit.StartUtc is not { } start || edit.EndUtc is not { } end)
        {
            yield return Refuse("EndUtc", localizer["Say from when and until when it is shown."]);
        }
        else if (start >= end)
        {
            yield return Refuse("EndUtc", localizer["The end must be after the start."]);
        }
        else if (end <= time.GetUtcNow().UtcDateTime)
        {
            yield return Refuse("EndUtc", localizer["The end is over already."]);
        }
    }

    private static Refusal Refuse(string field, string message) => new(RefusalKind.Invalid, message, field);
}
