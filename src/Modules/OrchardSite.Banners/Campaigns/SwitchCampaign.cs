using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using OrchardSite.Content.Operations;
using OrchardSite.Data;
using OrchardSite.Tenants;

namespace OrchardSite.Banners.Campaigns;

/// <summary>A unit shows a campaign no longer that it may switch off, or shows it again. Scoped: works for the unit's site.</summary>
public sealed class SwitchCampaign(SiteDbContext db, CurrentTenant current, TenantDirectory tenants, TimeProvider time, IStringLocalizer localizer)
{
    public async Task<OperationResult<bool>> RunAsync(string id, bool on, Actor actor, CancellationToken cancellationToken)
    {
        if (!actor.MayPublish(SiteBanner.ContentType))
        {
            return new Refusal(RefusalKind.Forbidden, localizer["You may not decide what banners this site shows."]);
        }

        await using var work = await db.BeginAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        if (await db.Set<BannerCampaign>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.EndUtc > now, cancellationToken) is not { } campaign
            || !campaign.IsFor(db.TenantId, current.Name))
        {
            return new Refusal(RefusalKind.NotFound, localizer["There is no such campaign."]);
        }

        if (campaign.IsMandatory)
        {
            return new Refusal(RefusalKind.Conflict, localizer["“{0}” is mandatory: the department alone decides how long it is shown.", campaign.Name]);
        }

        var refusal = await db.Set<CampaignRefusal>().FirstOrDefaultAsync(row => row.TenantId == db.TenantId && row.CampaignId == id, cancellationToken);
        if (on == refusal is null)
        {
            return on;
        }

        if (refusal is null)
        {
            db.Add(new CampaignRefusal { TenantId = db.TenantId, CampaignId = id, SinceUtc = now, Person = actor.Name });
        }
        else
        {
            db.Remove(refusal);
        }

        new CampaignNews(tenants, time).SiteChanged(db, db.TenantId);
        db.AuditEntries.Add(AuditEntry.Of(actor, $"SwitchCampaign.{(on ? "On" : "Off")}", now, detail: campaign.Name));
        await work.CommitAsync(cancellationToken);
        return on;
    }
}
