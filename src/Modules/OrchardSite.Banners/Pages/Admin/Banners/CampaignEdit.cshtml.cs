using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using OrchardSite.Admin;
using OrchardSite.Banners.Campaigns;
using OrchardSite.Tenants;

namespace OrchardSite.Banners.Pages.Admin;

/// <summary>A campaign: what it shows, where and how long, and how it goes on each site.</summary>
public sealed class CampaignEditModel(CampaignBoard board, SaveCampaign save, EndCampaign end, TimeProvider time, IStringLocalizer localizer) : CampaignPage
{
    /// <summary>Null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    [BindProperty]
    public CampaignInput Input { get; set; } = new();

    /// <summary>As it is saved; null for a new one.</summary>
    public BannerCampaign? Saved { get; private set; }

    public IReadOnlyList<SiteBanner> Banners { get; private set; } = [];

    public IReadOnlyList<(Tenant Site, string Name)> Sites { get; private set; } = [];

    public IReadOnlyList<CampaignSite> BySite { get; private set; } = [];

    public DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Saved is not null)
        {
            Input = CampaignInput.Of(Saved, Site.TimeZone);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var saved = await save.RunAsync(Input.ToEdit(Id, Site.TimeZone), Actor, cancellationToken);
        return saved.Succeeded ? Done(saved.Value, localizer["The campaign is saved."]) : await AgainAsync(saved.Refusals, cancellationToken);
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken cancellationToken)
    {
        var ended = await end.RunAsync(Id ?? "", Input.Revision, Actor, cancellationToken);
        if (ended.Succeeded)
        {
            return Done(Id!, localizer["The campaign has ended on all sites."]);
        }

        if (await board.FindAsync(Id ?? "", cancellationToken) is { } now)
        {
            Input = CampaignInput.Of(now, Site.TimeZone);
        }

        return await AgainAsync(ended.Refusals, cancellationToken);
    }

    private LocalRedirectResult Done(string id, string notice)
    {
        Notice = notice;
        return LocalRedirect(Url.Content($"~/Admin/Banners/Campaigns/Edit?id={id}"));
    }

    private async Task<IActionResult> AgainAsync(IReadOnlyList<Refusal> refusals, CancellationToken cancellationToken) =>
        await ReadAsync(cancellationToken) ? Refused(refusals) : NotFound();

    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        Saved = Id is null ? null : await board.FindAsync(Id, cancellationToken);
        if (Id is not null && Saved is null)
        {
            return false;
        }

        Positions = await board.PositionsAsync();
        Banners = await board.BannersAsync(cancellationToken);
        Sites = await board.SitesAsync();
        BySite = Saved is null ? [] : await board.BySiteAsync(Saved, Site.TimeZone, cancellationToken);
        return true;
    }
}

/// <summary>The form of a campaign, with times in the site's time zone.</summary>
public sealed class CampaignInput
{
    public int Revision { get; set; }

    public string? Name { get; set; }

    public string? Position { get; set; }

    public string[] Banners { get; set; } = [];

    public bool IsForAll { get; set; }

    public string[] Sites { get; set; } = [];

    public string? Start { get; set; }

    public string? End { get; set; }

    public bool IsMandatory { get; set; }

    internal static CampaignInput Of(BannerCampaign campaign, TimeZoneInfo zone) => new()
    {
        Revision = campaign.Revision,
        Name = campaign.Name,
        Position = campaign.Position,
        Banners = [.. campaign.BannerIds],
        IsForAll = campaign.Sites is null,
        Sites = [.. campaign.SiteNames ?? []],
        Start = LocalTimes.ToForm(campaign.StartUtc, zone),
        End = LocalTimes.ToForm(campaign.EndUtc, zone),
        IsMandatory = campaign.IsMandatory,
    };

    internal CampaignEdit ToEdit(string? id, TimeZoneInfo zone) =>
        new(id, Revision, Name ?? "", Position ?? "", Banners, IsForAll, Sites, LocalTimes.ToUtc(Start, zone), LocalTimes.ToUtc(End, zone), IsMandatory);
}
