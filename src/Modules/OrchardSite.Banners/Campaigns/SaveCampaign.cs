using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Data;
using OrchardSite.Text;

namespace OrchardSite.Banners.Campaigns;

/// <summary>Makes a campaign of the department, or changes one; the sites that show it, or no longer do, know at once. Scoped: works for the department's site.</summary>
public sealed class SaveCampaign(SiteDbContext db, OpenCampaign open, CampaignCheck check, TimeProvider time, IStringLocalizer localizer)
{
    /// <returns>The id of the campaign.</returns>
    public async Task<OperationResult<string>> RunAsync(CampaignEdit typed, Actor actor, CancellationToken cancellationToken)
    {
        if (open.WhyNot(actor) is { } forbidden)
        {
            return forbidden;
        }

        await using var work = await db.BeginAsync(cancellationToken);
        BannerCampaign? campaign = null;
        if (typed.Id is { } id)
        {
            var opened = await open.RunAsync(id, typed.Revision, cancellationToken);
            if (!opened.Succeeded)
            {
                return OperationResult<string>.Refused(opened.Refusals);
            }

            campaign = opened.Value;
        }

        var edit = typed with { Name = VietnameseText.ToNfc(typed.Name).Trim(), BannerIds = [.. typed.BannerIds.Distinct()], Sites = [.. typed.Sites.Distinct(StringComparer.OrdinalIgnoreCase)] };
        if (await check.RunAsync(edit, campaign?.SiteNames ?? [], cancellationToken) is { Count: > 0 } refusals)
        {
            return OperationResult<string>.Refused(refusals);
        }

        if (campaign is null)
        {
            campaign = New(edit);
            db.Add(campaign);
        }
        else
        {
            // Those that will show it no longer.
            open.Tell(campaign);
            Change(campaign, edit);
        }

        open.Tell(campaign);
        db.AuditEntries.Add(AuditEntry.Of(actor, nameof(SaveCampaign), time.GetUtcNow().UtcDateTime, detail: $"{campaign.Name}; {campaign.Position}; {campaign.Sites ?? "*"}; {campaign.StartUtc:s}Z – {campaign.EndUtc:s}Z{(campaign.IsMandatory ? "; " + nameof(campaign.IsMandatory) : "")}"));
        try
        {
            await work.CommitAsync(cancellationToken);
            return campaign.Id;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal(RefusalKind.Conflict, localizer["Somebody else has changed the campaign since you opened it. Compare before you save."]);
        }
    }

    private BannerCampaign New(CampaignEdit edit) => new()
    {
        TenantId = db.TenantId,
        Name = edit.Name,
        Position = edit.Position,
        Banners = string.Join(' ', edit.BannerIds),
        Sites = SitesOf(edit),
        StartUtc = edit.StartUtc!.Value,
        EndUtc = edit.EndUtc!.Value,
        IsMandatory = edit.IsMandatory,
        Revision = 1,
    };

    private static void Change(BannerCampaign campaign, CampaignEdit edit)
    {
        (campaign.Name, campaign.Position, campaign.IsMandatory) = (edit.Name, edit.Position, edit.IsMandatory);
        (campaign.Banners, campaign.Sites) = (string.Join(' ', edit.BannerIds), SitesOf(edit));
        (campaign.StartUtc, campaign.EndUtc) = (edit.StartUtc!.Value, edit.EndUtc!.Value);
        campaign.Revision++;
    }

    private static string? SitesOf(CampaignEdit edit) => edit.IsForAll ? null : string.Join(' ', edit.Sites);
}
