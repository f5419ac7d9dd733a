using Microsoft.Extensions.Localization;
using OrchardSite.Data;

namespace OrchardSite.Banners.Campaigns;

/// <summary>Takes a campaign off all sites at once. Scoped: works for the department's site.</summary>
public sealed class EndCampaign(SiteDbContext db, OpenCampaign open, TimeProvider time, IStringLocalizer localizer)
{
    public async Task<OperationResult<bool>> RunAsync(string id, int revision, Actor actor, CancellationToken cancellationToken)
    {
        if (open.WhyNot(actor) is { } forbidden)
        {
            return forbidden;
        }

        await using var work = await db.BeginAsync(cancellationToken);
        var opened = await open.RunAsync(id, revision, cancellationToken);
        if (!opened.Succeeded)
        {
            return OperationResult<bool>.Refused(opened.Refusals);
        }

        var (campaign, now) = (opened.Value, time.GetUtcNow().UtcDateTime);
        if (campaign.EndUtc <= now)
        {
            return new Refusal(RefusalKind.Conflict, localizer["The campaign is over already."]);
        }

        open.Tell(campaign);
        campaign.EndUtc = now;
        campaign.Revision++;
        db.AuditEntries.Add(AuditEntry.Of(actor, nameof(EndCampaign), now, detail: campaign.Name));
        await work.CommitAsync(cancellationToken);
        return true;
    }
}
